package io.homeiq.mining.anomaly;

import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * At which hours a home is at rest: nobody does anything by hand and no door moves. A door that opens while people are up and
 * about is theirs, however rare the hour.
 */
final class RestHours {

    /** Half an hour on both sides. */
    private static final int AROUND = 1_800 / DaySlots.SECONDS;

    /** The share of days on which somebody may have been about at such an hour: people get up at night now and then. */
    private static final double MOST = 0.2;

    /** Of a home of which nobody asked: always at rest. */
    static final RestHours UNKNOWN = new RestHours();

    private final Map<Integer, BitSet> busy = new HashMap<>();

    private RestHours() {}

    /** As far as the days of a range tell. */
    static RestHours of(Household home, DayRange range) {
        RestHours hours = new RestHours();
        long start = home.calendar().startOf(range.first());
        home.timelines().forEach((entity, timeline) -> {
            boolean contact = Contacts.isOne(entity, home.registry());
            for (int i = timeline.firstAtOrAfter(start); i < timeline.size(); i++) {
                if (contact || timeline.isActAt(i)) {
                    hours.note(home, timeline, i);
                }
            }
        });
        return hours;
    }

    private void note(Household home, Timeline timeline, int index) {
        long time = timeline.timeAt(index);
        busy.computeIfAbsent(home.calendar().dayOf(time), day -> new BitSet(DaySlots.COUNT))
                .set(DaySlots.of(home.calendar().secondOfDay(time)));
    }

    /** Whether the home usually rests around a part of the day, by so many days before one. */
    boolean isRest(int slot, int day, int within) {
        int about = 0;
        for (int before = day - within; before < day; before++) {
            about += isBusy(slot, busy.get(before)) ? 1 : 0;
        }
        return about <= MOST * within;
    }

    private static boolean isBusy(int slot, @Nullable BitSet day) {
        for (int away = -AROUND; day != null && away <= AROUND; away++) {
            if (day.get(DaySlots.moved(slot, away))) {
                return true;
            }
        }
        return false;
    }
}
