package io.homeiq.simulation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.simulation.routine.Routine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A routine that people of the home really have. Time, trigger, weekdays and level stand in the rule.
 *
 * @param id names it within its home
 * @param description in plain words
 * @param state that the entity takes
 * @param rule the automation that would do the same
 * @param signals entities that tell of the occasion as well as the rule's own trigger
 * @param leastDelay from what the rule is triggered by to the act, at least; negative where people may be early
 * @param mostDelay the same, at most
 * @param change how it changed within the days; null if it did not
 * @param occurrences every time it was followed and the log tells of it, in order of time
 */
public record PlantedRoutine(
        String id,
        PatternKind kind,
        String description,
        EntityId entity,
        String state,
        Rule rule,
        List<EntityId> signals,
        Duration leastDelay,
        Duration mostDelay,
        @Nullable RoutineChange change,
        List<Instant> occurrences) {

    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double MILLIS_PER_MINUTE = 60_000;

    public PlantedRoutine {
        signals = List.copyOf(signals);
        occurrences = List.copyOf(occurrences);
    }

    /** The same as it was before any change. */
    public PlantedRoutine unchanged() {
        return new PlantedRoutine(
                id, kind, description, entity, state, rule, signals, leastDelay, mostDelay, null, occurrences);
    }

    static PlantedRoutine of(Routine routine, List<Instant> occurrences) {
        return switch (routine) {
            case Routine.AtTime clock -> {
                Duration jitter = Duration.ofMillis((long) (clock.jitterMinutes() * MILLIS_PER_MINUTE));
                yield of(routine, jitter.negated(), jitter, occurrences);
            }
            case Routine.After after ->
                of(
                        routine,
                        Duration.ofMillis((long) (after.delay().leastSeconds() * MILLIS_PER_SECOND)),
                        Duration.ofMillis((long) (after.delay().mostSeconds() * MILLIS_PER_SECOND)),
                        occurrences);
        };
    }

    private static PlantedRoutine of(Routine routine, Duration least, Duration most, List<Instant> occurrences) {
        Routine.Deed deed = routine.deed();
        return new PlantedRoutine(
                deed.id(),
                routine.kind(),
                deed.description(),
                deed.entity(),
                deed.state(),
                routine.rule(),
                List.of(),
                least,
                most,
                null,
                occurrences);
    }
}
