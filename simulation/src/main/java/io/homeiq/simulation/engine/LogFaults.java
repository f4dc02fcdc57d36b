package io.homeiq.simulation.engine;

import java.time.Duration;

/**
 * What goes wrong between a home and its log.
 *
 * @param late share of the events that are written late, 0 to 1
 * @param mostLate by how much at most
 * @param twice share of the events that are written twice, 0 to 1
 * @param lost share of the changes that are never written, 0 to 1
 * @param gaps whether the recording is off for some hours now and then
 */
public record LogFaults(double late, Duration mostLate, double twice, double lost, boolean gaps) {

    /** As in real logs. */
    public static final LogFaults USUAL = new LogFaults(0.003, Duration.ofSeconds(55), 0.002, 0.0005, true);

    /** A log without any fault: in order, complete, each event once. */
    public static final LogFaults NONE = new LogFaults(0, Duration.ZERO, 0, 0, false);

    public LogFaults {
        if (!isShare(late) || !isShare(twice) || !isShare(lost)) {
            throw new IllegalArgumentException(
                    "faults are shares from 0 to 1, were: " + late + ", " + twice + ", " + lost);
        }
        if (mostLate.isNegative() || mostLate.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("events are late by a minute at most, was: " + mostLate);
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
