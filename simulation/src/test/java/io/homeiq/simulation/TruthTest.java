package io.homeiq.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of the planted routines is what the events show. */
class TruthTest {

    private static final int DAYS = 30;
    private static final Duration LATENCY = Duration.ofSeconds(1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyOccurrenceIsInTheLog(long seed) {
        // Given
        Recording recording = Recording.of(Recording.usual(seed, DAYS));

        // When
        Truth truth = recording.home().truth();

        // Then
        for (PlantedRoutine routine : truth.planted()) {
            List<Instant> logged = recording
                    .changesBy(cause -> routine.id().equals(cause.routine()))
                    .map(Recording.Known::change)
                    .filter(change -> change.entityId().equals(routine.entity())
                            && routine.state().equals(change.after()))
                    .map(StateChange::time)
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(routine.occurrences())
                    .as("seed %d: %s", seed, routine.id())
                    .isEqualTo(logged)
                    .hasSizeGreaterThanOrEqualTo(routine.id().equals("coffee_weekend") ? 4 : 12);
        }
        assertThat(truth.causes())
                .isEqualTo(recording.lines().stream().map(Recording.Line::cause).toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void habitsByClockHappenAroundTheirTimeOnTheirDays(long seed) {
        // Given
        SimulatedHome home = SampleHome.generate(Recording.usual(seed, DAYS));

        // Then
        for (PlantedRoutine routine : home.planted()) {
            if (routine.rule().triggers().getFirst() instanceof TimeTrigger trigger) {
                LocalTime due = trigger.at().getFirst();
                for (Instant occurrence : routine.occurrences()) {
                    // So that what falls beyond midnight still counts to the day before.
                    ZonedDateTime shifted = occurrence
                            .atZone(home.settings().zone())
                            .minusSeconds(due.toSecondOfDay())
                            .plusHours(12);
                    long seconds = shifted.toLocalTime().toSecondOfDay()
                            - Duration.ofHours(12).toSeconds();
                    assertThat(Duration.ofSeconds(seconds))
                            .as("seed %d: %s at %s", seed, routine.id(), occurrence)
                            .isBetween(
                                    routine.leastDelay().minus(LATENCY),
                                    routine.mostDelay().plus(LATENCY));
                    assertThat(weekdays(routine)).contains(shifted.getDayOfWeek());
                }
            }
        }
    }

    private static Set<DayOfWeek> weekdays(PlantedRoutine routine) {
        return routine.rule().conditions().isEmpty()
                ? EnumSet.allOf(DayOfWeek.class)
                : ((TimeCondition) routine.rule().conditions().getFirst()).weekdays();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void habitsByTriggerFollowTheirTrigger(long seed) {
        // Given
        Recording recording = Recording.of(Recording.faultless(seed, DAYS));
        int chances = 0;
        int followed = 0;

        // Then
        for (PlantedRoutine routine : recording.home().planted()) {
            if (routine.rule().triggers().getFirst() instanceof StateTrigger trigger) {
                List<Instant> triggers = triggers(recording, trigger);
                assertThat(routine.occurrences())
                        .as("seed %d: %s", seed, routine.id())
                        .allMatch(act -> triggers.stream().anyMatch(time -> isBetween(time, act, routine)));
                chances += triggers.size();
                followed += routine.occurrences().size();
            }
        }
        assertThat(followed).as("seed %d: missed at times", seed).isPositive().isLessThan(chances);
    }

    private static List<Instant> triggers(Recording recording, StateTrigger trigger) {
        EntityId entity = trigger.entities().getFirst();
        return recording
                .changesOf(entity.value())
                .filter(change -> trigger.from().getFirst().equals(change.before())
                        && trigger.to().getFirst().equals(change.after()))
                .map(StateChange::time)
                .toList();
    }

    private static boolean isBetween(Instant trigger, Instant act, PlantedRoutine routine) {
        return !act.isBefore(trigger.plus(routine.leastDelay()))
                && !act.isAfter(trigger.plus(routine.mostDelay()).plus(LATENCY));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aHomeHasHabitsOfEachKindAndOneAroundMidnight(long seed) {
        // Given
        SimulatedHome home = SampleHome.generate(Recording.usual(seed, DAYS));
        PlantedRoutine midnight = home.planted().stream()
                .filter(routine -> routine.id().equals("porch_off"))
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(home.planted())
                .extracting(PlantedRoutine::kind)
                .contains(PatternKind.TIME_OF_DAY, PatternKind.TRIGGER_ACTION);
        assertThat(midnight.occurrences())
                .as("seed %d", seed)
                .extracting(time -> time.atZone(home.settings().zone()).getHour())
                .contains(23, 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aNullHomeHasNoRoutineButAsMuchLife(long seed) {
        // Given
        Recording planted = Recording.of(Recording.usual(seed, DAYS));
        Recording empty = Recording.of(Recording.usual(seed, DAYS).nullHome());

        // When
        Truth truth = empty.home().truth();

        // Then
        long usual = acts(planted);
        assertThat(truth.nullHome()).isTrue();
        assertThat(truth.planted()).isEmpty();
        assertThat(truth.causes()).allMatch(cause -> cause.routine() == null);
        assertThat(acts(empty)).as("seed %d", seed).isBetween(usual * 7 / 10, usual * 13 / 10);
        for (PlantedRoutine routine : planted.home().planted()) {
            assertThat(empty.changesOf(routine.entity().value()))
                    .as("seed %d: %s is used", seed, routine.entity())
                    .isNotEmpty();
        }
    }

    private static long acts(Recording recording) {
        return recording
                .changesBy(cause -> Set.of("person", "physical").contains(cause.kind()))
                .count();
    }
}
