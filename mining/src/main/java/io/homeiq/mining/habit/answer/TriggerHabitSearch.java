package io.homeiq.mining.habit.answer;

import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.TriggerHabit;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds what people answer by doing something, and under which conditions they do. */
public final class TriggerHabitSearch {

    /** How soon after a trigger an act may be its answer, in milliseconds. */
    private static final long[] DELAYS = {30_000, 120_000, 300_000, 600_000};

    private static final long LONGEST_DELAY = DELAYS[DELAYS.length - 1];
    private static final double MIN_SHARE_OF_ACTS = 0.15;
    /** In a home where everything happens at once, only the likeliest triggers of a deed are tested. */
    private static final int MAX_TESTED = 32;

    /** Conditions are looked for only for the likeliest of these. */
    private static final int MAX_GUARDED = 8;

    private final Household home;
    private final DayRange learned;
    private final AnswerSearch answers;
    private final Triggers triggers;

    public TriggerHabitSearch(Household home, DayRange learned) {
        this.home = home;
        this.learned = learned;
        this.answers = new AnswerSearch(home, learned, DELAYS);
        this.triggers = new Triggers(home, learned, LONGEST_DELAY);
    }

    /** A trigger by its number, and how many acts it came shortly before. */
    private record Followed(int trigger, int acts) {}

    /**
     * Habits that stand out, and how many hypotheses were tested for it.
     *
     * @param tested pairs of trigger and deed that occurred often enough to be tested
     */
    public record Found(List<Candidate> candidates, int tested) {}

    public Found search(Deed deed) {
        long[] acts = acts(deed);
        List<Triggers.Trigger> likely = followed(deed, acts).stream()
                .filter(pair -> pair.acts() >= Math.max(AnswerTest.MIN_ANSWERED, acts.length * MIN_SHARE_OF_ACTS))
                .sorted(Comparator.comparingDouble(pair -> -specific(pair)))
                .limit(MAX_TESTED)
                .map(pair -> triggers.get(pair.trigger()))
                .toList();
        List<Candidate> found = new ArrayList<>();
        int guards = 0;
        for (Triggers.Trigger trigger : likely) {
            TriggerHabit always = new TriggerHabit(deed, trigger.entity(), trigger.to(), LONGEST_DELAY, List.of());
            boolean guarded = guards++ < MAX_GUARDED;
            (guarded ? answers.best(always, acts.length, 1) : answers.plain(always, 1)).ifPresent(found::add);
        }
        return new Found(found, likely.size());
    }

    /** How often the trigger came before an act, times the share of its occurrences at which it did. */
    private double specific(Followed pair) {
        return pair.acts() * Math.min(1, (double) pair.acts() / Math.max(1, triggers.count(pair.trigger())));
    }

    /** When it was done on the learned days. */
    private long[] acts(Deed deed) {
        Timeline deeds = home.timeline(deed.entity()).orElseThrow();
        int first = deeds.firstAtOrAfter(home.calendar().startOf(learned.first()));
        int end = deeds.firstAtOrAfter(home.calendar().startOf(learned.last() + 1));
        return IntStream.range(first, end)
                .filter(i -> deeds.isActAt(i) && deeds.stateAt(i) == deed.state())
                .mapToLong(deeds::timeAt)
                .toArray();
    }

    /** What came shortly before acts, by entity and state. */
    private List<Followed> followed(Deed deed, long[] acts) {
        int[] counts = new int[triggers.size()];
        int[] counted = new int[triggers.size()];
        for (int act = 0; act < acts.length; act++) {
            int number = act + 1;
            // What happened several times before an act still came before one act.
            triggers.before(acts[act], trigger -> {
                counts[trigger] += counted[trigger] == number ? 0 : 1;
                counted[trigger] = number;
            });
        }
        List<Followed> followed = new ArrayList<>();
        Optional<String> device = deviceOf(deed.entity());
        for (int trigger = 0; trigger < counts.length; trigger++) {
            EntityId entity = triggers.get(trigger).entity();
            if (counts[trigger] > 0 && !entity.equals(deed.entity()) && !isOfDevice(entity, device)) {
                followed.add(new Followed(trigger, counts[trigger]));
            }
        }
        return followed;
    }

    private boolean isOfDevice(EntityId entity, Optional<String> device) {
        return device.isPresent() && device.equals(deviceOf(entity));
    }

    private Optional<String> deviceOf(EntityId entity) {
        return home.registry().entity(entity).map(Entity::deviceId);
    }
}
