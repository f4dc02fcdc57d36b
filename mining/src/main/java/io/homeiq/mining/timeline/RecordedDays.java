package io.homeiq.mining.timeline;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * On which days the home was recorded and lived in. A day without any act of a person, such as one of a holiday away, is
 * no opportunity for a habit, and does not count against one.
 */
public final class RecordedDays {

    /** Twenty years; a clock that jumps further is a fault of the source. */
    public static final int MAX_DAYS = 7_305;

    private final BitSet lived = new BitSet();
    private final BitSet onlyMachines = new BitSet();
    private int origin = Integer.MIN_VALUE;
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = Integer.MIN_VALUE;
    private long firstTime = Long.MAX_VALUE;
    private long lastTime = Long.MIN_VALUE;

    /** Notes that something happened; false if the day is too far from the others to be believed. */
    public boolean note(int day, long time, boolean act) {
        if (origin == Integer.MIN_VALUE) {
            origin = day - MAX_DAYS;
        }
        int index = day - origin;
        if (index < 0 || index > 2 * MAX_DAYS) {
            return false;
        }
        firstDay = Math.min(firstDay, day);
        lastDay = Math.max(lastDay, day);
        firstTime = Math.min(firstTime, time);
        lastTime = Math.max(lastTime, time);
        if (act) {
            lived.set(index);
        }
        return true;
    }

    public boolean isEmpty() {
        return lastDay < firstDay;
    }

    /** Whether any person did anything on the day. */
    public boolean isLived(int day) {
        int index = day - origin;
        return index >= 0 && lived.get(index) && !onlyMachines.get(index);
    }

    /** On these days, and no others, all that was taken for acts of people was done by machines. */
    void setOnlyMachines(IntStream days) {
        onlyMachines.clear();
        days.map(day -> day - origin).filter(index -> index >= 0).forEach(onlyMachines::set);
    }

    /** How many days of the range were lived in. */
    public int livedIn(DayRange range) {
        int count = 0;
        for (int day = range.first(); day <= range.last(); day++) {
            count += isLived(day) ? 1 : 0;
        }
        return count;
    }

    /** Whether the recording had begun and not yet ended at a time. */
    public boolean covers(long time) {
        return time >= firstTime && time <= lastTime;
    }

    /** From the first to the last recorded day. */
    public DayRange all() {
        return new DayRange(firstDay, lastDay);
    }

    public long firstTime() {
        return firstTime;
    }

    public long lastTime() {
        return lastTime;
    }
}
