package io.homeiq.mining.anomaly;

import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.LocalDays;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.Map;
import java.util.TreeMap;

/** The days on which one contact was open, read from its timeline. What came back from an absence was not opened then. */
final class ContactDiary {

    private static final String OPEN = "on";
    private static final long SLOT_MILLIS = DaySlots.SECONDS * 1_000L;

    private final TreeMap<Integer, OpenDay> days = new TreeMap<>();
    private final LocalDays calendar;

    private ContactDiary(LocalDays calendar) {
        this.calendar = calendar;
    }

    /** Reads the days of a range, and what comes after it. */
    static ContactDiary of(Timeline timeline, StateNames names, LocalDays calendar, DayRange range) {
        ContactDiary diary = new ContactDiary(calendar);
        short open = names.codeOf(OPEN);
        for (int i = timeline.firstAtOrAfter(calendar.startOf(range.first())); i < timeline.size(); i++) {
            if (i > 0 && timeline.stateAt(i) == open && timeline.stateAt(i - 1) > StateNames.ABSENT) {
                long start = timeline.timeAt(i);
                // Opened again without having been closed: that the door closed was lost, and nobody knows when it was.
                boolean closed = i + 1 < timeline.size()
                        && timeline.stateAt(i + 1) != open
                        && timeline.stateAt(i + 1) > StateNames.ABSENT;
                diary.note(start, closed ? timeline.timeAt(i + 1) : start);
            }
        }
        return diary;
    }

    private void note(long start, long end) {
        int day = calendar.dayOf(start);
        int slot = DaySlots.of(calendar.secondOfDay(start));
        dayOf(day).add(new OpenDay.Opening(start, slot, (end - start) / 1_000));
        // Whatever stays open longer than a day was open at every hour of it.
        long last = Math.min(end, start + DaySlots.COUNT * SLOT_MILLIS);
        for (long time = start; time < last; time += SLOT_MILLIS) {
            open(time);
        }
        open(last);
    }

    private void open(long time) {
        dayOf(calendar.dayOf(time)).open(DaySlots.of(calendar.secondOfDay(time)));
    }

    private OpenDay dayOf(int day) {
        return days.computeIfAbsent(day, number -> new OpenDay());
    }

    /** Takes an odd opening out, in epoch milliseconds; false if there is none then. */
    boolean remove(long time) {
        return on(calendar.dayOf(time)).remove(time);
    }

    /** Those before a day, within so many days, by their number. */
    Map<Integer, OpenDay> before(int day, int within) {
        return days.subMap(day - within, true, day, false);
    }

    /** What happened on a day. */
    OpenDay on(int day) {
        return days.getOrDefault(day, new OpenDay());
    }
}
