package io.homeiq.mining.timeline;

/**
 * Local days from the first to the last, both included, as epoch days.
 *
 * @param last one less than {@code first} for no day at all
 */
public record DayRange(int first, int last) {

    public DayRange {
        if (last < first - 1) {
            throw new IllegalArgumentException(
                    "a range of days cannot end on " + last + " before it begins on " + first);
        }
    }

    public int days() {
        return last - first + 1;
    }

    public boolean contains(int day) {
        return day >= first && day <= last;
    }

    /** The first part of the range, rounded down to whole days. */
    public DayRange firstShare(double share) {
        return new DayRange(first, first + (int) Math.floor(days() * share) - 1);
    }

    /** What remains of this range after an earlier part of it. */
    public DayRange after(DayRange part) {
        return new DayRange(part.last() + 1, last);
    }
}
