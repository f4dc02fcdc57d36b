package io.homeiq.mining.anomaly;

/** The parts of a day, each {@link #SECONDS} long, as places on a circle: after the last comes the first. */
final class DaySlots {

    static final int SECONDS = 300;
    static final int COUNT = 86_400 / SECONDS;

    private DaySlots() {}

    static int of(int secondOfDay) {
        return secondOfDay / SECONDS;
    }

    /** The place so many further; negative: back. */
    static int moved(int slot, int by) {
        return Math.floorMod(slot + by, COUNT);
    }
}
