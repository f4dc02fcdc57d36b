package io.homeiq.mining.timeline;

import io.homeiq.contracts.home.EntityId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Days on which something was done and that are yet no days of this household: machines alone did it, or everybody was
 * away, or hardly anything was done, as when a neighbour waters the plants.
 */
final class UnlivedDays {

    /** Who seems to be away on a greater part of the days is not well located. */
    private static final double MOST_AWAY = 0.3;

    /** Less than this part of the acts of an ordinary day. */
    private static final double QUIET = 0.1;

    private final Map<EntityId, Timeline> timelines;
    private final StateNames states;
    private final LocalDays calendar;
    private final Map<Integer, Integer> acts = new TreeMap<>();
    private final Set<Integer> machines = new HashSet<>();

    private UnlivedDays(Map<EntityId, Timeline> timelines, StateNames states, LocalDays calendar) {
        this.timelines = timelines;
        this.states = states;
        this.calendar = calendar;
        timelines.values().forEach(this::count);
    }

    /** As epoch days. */
    static Set<Integer> of(Map<EntityId, Timeline> timelines, StateNames states, LocalDays calendar) {
        return new UnlivedDays(timelines, states, calendar).all();
    }

    private void count(Timeline timeline) {
        for (int i = 0; i < timeline.size(); i++) {
            Doer doer = timeline.doerAt(i);
            if (doer.isPerson()) {
                acts.merge(calendar.dayOf(timeline.timeAt(i)), 1, Integer::sum);
            } else if (doer == Doer.MACHINE) {
                machines.add(calendar.dayOf(timeline.timeAt(i)));
            }
        }
    }

    private Set<Integer> all() {
        Set<Integer> unlived = new HashSet<>(machines);
        unlived.removeAll(acts.keySet());
        int[] sorted =
                acts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        double least = sorted.length == 0 ? 0 : QUIET * sorted[sorted.length / 2];
        acts.forEach((day, count) -> {
            if (count < least) {
                unlived.add(day);
            }
        });
        List<Integer> away =
                acts.keySet().stream().filter(this::isEverybodyAway).toList();
        if (away.size() <= MOST_AWAY * acts.size()) {
            unlived.addAll(away);
        }
        return unlived;
    }

    /** From its beginning to its end, as far as anybody tells. */
    private boolean isEverybodyAway(int day) {
        Timeline zone = timelines.get(SomebodyHome.ZONE);
        List<EntityId> witnesses = SomebodyHome.witnesses(timelines);
        if (zone != null) {
            return isAlways(zone, day, SomebodyHome.EMPTY, true);
        }
        Timeline witness = witnesses.size() == 1 ? timelines.get(witnesses.getFirst()) : null;
        return witness != null && isAlways(witness, day, SomebodyHome.HOME, false);
    }

    /** Whether a state is held, or not held, throughout a day; what is absent tells nothing. */
    private boolean isAlways(Timeline timeline, int day, String state, boolean held) {
        short code = states.codeOf(state);
        long start = calendar.startOf(day);
        long end = calendar.startOf(day + 1);
        short before = timeline.stateBefore(start + 1);
        boolean always = before != StateNames.ABSENT && (before == code) == held;
        for (int i = timeline.firstAtOrAfter(start); always && i < timeline.size() && timeline.timeAt(i) < end; i++) {
            always = timeline.stateAt(i) == StateNames.ABSENT || (timeline.stateAt(i) == code) == held;
        }
        return always;
    }
}
