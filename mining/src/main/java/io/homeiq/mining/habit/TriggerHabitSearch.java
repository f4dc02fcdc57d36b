package io.homeiq.mining.habit;

import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Finds what people answer by doing something, and under which conditions they do. */
final class TriggerHabitSearch {

    /** How soon after a trigger an act may be its answer, in milliseconds. */
    private static final long[] DELAYS = {30_000, 120_000, 300_000, 600_000};

    private static final long LONGEST_DELAY = DELAYS[DELAYS.length - 1];
    private static final double MIN_SHARE_OF_ACTS = 0.15;
    /** In a home where everything happens at once, only the likeliest triggers of a deed are tested. */
    private static final int MAX_TESTED = 32;

    /** Conditions are looked for only for the likeliest of these. */
    private static final int MAX_GUARDED = 8;

    private static final double WORTH_KEEPING = 0.05;

    private final Household home;
    private final DayRange learned;
    private final AnswerSearch answers;

    TriggerHabitSearch(Household home, DayRange learned) {
        this.home = home;
        this.learned = learned;
        this.answers = new AnswerSearch(home, learned, DELAYS);
    }

    /** An entity's change to a state, as it may start a habit. */
    private record Trigger(EntityId entity, short to) {}

    /**
     * Habits that stand out, and how many hypotheses were tested for it.
     *
     * @param tested pairs of trigger and deed that occurred often enough to be tested
     */
    record Found(List<Candidate> candidates, int tested) {}

    Found search(Deed deed) {
        Timeline deeds = home.timeline(deed.entity()).orElseThrow();
        int[] acts = acts(deed, deeds);
        Map<Trigger, Integer> followed = followed(deed, deeds, acts);
        List<Trigger> likely = followed.entrySet().stream()
                .filter(pair -> pair.getValue() >= Math.max(AnswerTest.MIN_ANSWERED, acts.length * MIN_SHARE_OF_ACTS))
                .sorted(Comparator.<Map.Entry<Trigger, Integer>>comparingDouble(
                        pair -> -specific(pair.getKey(), pair.getValue())))
                .limit(MAX_TESTED)
                .map(Map.Entry::getKey)
                .toList();
        List<Candidate> found = new ArrayList<>();
        int guards = 0;
        for (Trigger trigger : likely) {
            TriggerHabit always = new TriggerHabit(deed, trigger.entity(), trigger.to(), LONGEST_DELAY, List.of());
            boolean guarded = guards++ < MAX_GUARDED;
            Candidate best = guarded ? answers.best(always, acts.length, 1) : answers.plain(always, 1);
            if (best.pValue() <= WORTH_KEEPING) {
                found.add(best);
            }
        }
        return new Found(found, likely.size());
    }

    /** How often the trigger came before an act, times the share of its occurrences at which it did. */
    private double specific(Trigger trigger, int followed) {
        Timeline timeline = home.timeline(trigger.entity()).orElseThrow();
        int occurred = 0;
        int end = timeline.firstAtOrAfter(home.calendar().startOf(learned.last() + 1));
        for (int i = timeline.firstAtOrAfter(home.calendar().startOf(learned.first())); i < end; i++) {
            occurred += timeline.stateAt(i) == trigger.to() ? 1 : 0;
        }
        return followed * Math.min(1, (double) followed / Math.max(1, occurred));
    }

    /** Positions in the timeline of the acts of the learned days. */
    private int[] acts(Deed deed, Timeline deeds) {
        int first = deeds.firstAtOrAfter(home.calendar().startOf(learned.first()));
        int end = deeds.firstAtOrAfter(home.calendar().startOf(learned.last() + 1));
        return IntStream.range(first, end)
                .filter(i -> deeds.isActAt(i) && deeds.stateAt(i) == deed.state())
                .toArray();
    }

    /** How many acts each trigger came shortly before. */
    private Map<Trigger, Integer> followed(Deed deed, Timeline deeds, int[] acts) {
        Map<Trigger, Integer> counts =
                new TreeMap<>(Comparator.comparing(Trigger::entity).thenComparingInt(Trigger::to));
        for (int act : acts) {
            before(deed, deeds.timeAt(act)).forEach(trigger -> counts.merge(trigger, 1, Integer::sum));
        }
        return counts;
    }

    private Set<Trigger> before(Deed deed, long time) {
        Set<Trigger> triggers = new HashSet<>();
        home.timelines().forEach((entity, timeline) -> {
            if (!entity.equals(deed.entity()) && !timeline.hasOverflowed()) {
                for (int i = timeline.firstAtOrAfter(time - LONGEST_DELAY);
                        i < timeline.size() && timeline.timeAt(i) < time;
                        i++) {
                    if (timeline.stateAt(i) > StateNames.ABSENT && !isSameDevice(entity, deed.entity())) {
                        triggers.add(new Trigger(entity, timeline.stateAt(i)));
                    }
                }
            }
        });
        return triggers;
    }

    private boolean isSameDevice(EntityId one, EntityId other) {
        Optional<String> device = home.registry().entity(one).map(Entity::deviceId);
        return device.isPresent() && device.equals(home.registry().entity(other).map(Entity::deviceId));
    }
}
