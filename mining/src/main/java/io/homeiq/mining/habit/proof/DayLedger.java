package io.homeiq.mining.habit.proof;

import io.homeiq.mining.drift.KeptDay;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.timeline.Household;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How a habit was kept, day by day, over the days it was learned from and those after them. */
final class DayLedger {

    private static final class Count {
        private int kept;
        private int left;
    }

    private final Household home;
    private final CountedDays counted;
    private final TreeMap<Integer, Count> days = new TreeMap<>();

    DayLedger(Household home, CountedDays counted, Replay learned, Replay heldOut) {
        this.home = home;
        this.counted = counted;
        learned.eachOpportunity(this::note);
        heldOut.eachOpportunity(this::note);
    }

    private void note(long time, boolean agreed) {
        if (!counted.has(time)) {
            return;
        }
        Count count = days.computeIfAbsent(home.calendar().dayOf(time), day -> new Count());
        if (agreed) {
            count.kept++;
        } else {
            count.left++;
        }
    }

    /** The days on which it was due, with how often it was kept. */
    List<KeptDay> whenDue() {
        return days.entrySet().stream()
                .map(entry -> new KeptDay(entry.getKey(), entry.getValue().kept, entry.getValue().left))
                .toList();
    }

    /** Every day that counts from the first one on which it was kept, and whether it was; the last one may not be over. */
    List<KeptDay> everyDay(int last) {
        return IntStream.rangeClosed(firstKept(), last)
                .filter(day -> counted.hasAll(day) && (day < last || isKept(day)))
                .mapToObj(day -> new KeptDay(day, isKept(day) ? 1 : 0, isKept(day) ? 0 : 1))
                .toList();
    }

    /** The first day on which it was kept; after the end of time if it never was. */
    int firstKept() {
        return days.entrySet().stream()
                .filter(entry -> entry.getValue().kept > 0)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private boolean isKept(int day) {
        Count count = days.get(day);
        return count != null && count.kept > 0;
    }

    /** How often it was kept from a day until before another one. */
    int kept(int from, int until) {
        return days.subMap(from, Math.max(from, until)).values().stream()
                .mapToInt(count -> count.kept)
                .sum();
    }

    /** How often it was due from a day until before another one. */
    int due(int from, int until) {
        return days.subMap(from, Math.max(from, until)).values().stream()
                .mapToInt(count -> count.kept + count.left)
                .sum();
    }
}
