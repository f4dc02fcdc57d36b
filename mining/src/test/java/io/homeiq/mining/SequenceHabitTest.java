package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceHabitTest {

    private static final List<String> BREAKFAST =
            List.of("switch.kettle", "switch.coffee", "media_player.radio", "light.counter");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsTheStepsInTheirOrderAndNothingInsideThem(long seed) {
        // Given four steps at any time of the day, among lamps used at random
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        lampsAtRandom(diary, 56, random);
        for (int day = 0; day < 56; day++) {
            if (random.nextInt(10) < 9) {
                steps(diary, BREAKFAST, Diary.around(day, LocalTime.of(13, 0), 300, random), random);
            }
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).as("seed %d", seed).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.SEQUENCE);
            assertThat(first(pattern.rule())).isEqualTo(Diary.id("switch.kettle"));
            assertThat(later(pattern.rule()))
                    .containsExactly(
                            Diary.id("switch.coffee"), Diary.id("media_player.radio"), Diary.id("light.counter"));
            assertThat(pattern.rule().actions().stream().filter(Delay.class::isInstance))
                    .hasSize(3);
        });
    }

    @Test
    void aStepThatIsMissedNowAndThenStillBelongs() {
        // Given
        SplittableRandom random = new SplittableRandom(11);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            List<String> done =
                    BREAKFAST.stream().filter(step -> random.nextInt(20) > 0).toList();
            if (!done.isEmpty()) {
                steps(diary, done, Diary.around(day, LocalTime.of(13, 0), 300, random), random);
            }
        }

        // When
        List<Pattern> sequences = sequences(diary.analyse());

        // Then
        assertThat(sequences)
                .singleElement()
                .satisfies(pattern -> assertThat(later(pattern.rule())).hasSize(3));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34})
    void whenPeopleLeaveOffASequenceItsPartsAreNoSurerThanItIs(long seed) {
        // Given steps on every other day
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        lampsAtRandom(diary, 48, random);
        for (int day = 0; day < 42; day += 2) {
            steps(diary, BREAKFAST, Diary.around(day, LocalTime.of(13, 0), 300, random), random);
        }

        // And then nothing that follows the first one any more
        for (int day = 42; day < 48; day++) {
            steps(diary, BREAKFAST.subList(0, 1), Diary.around(day, LocalTime.of(13, 0), 300, random), random);
        }

        // When
        List<Pattern> found = diary.analyse().patterns();

        // Then
        double whole = found.stream()
                .filter(pattern -> pattern.kind() == PatternKind.SEQUENCE)
                .mapToDouble(Pattern::confidence)
                .min()
                .orElseThrow();
        assertThat(whole).as("seed %d", seed).isLessThan(0.6);
        assertThat(found)
                .as("seed %d", seed)
                .filteredOn(pattern -> BREAKFAST.contains(pattern.entity().value()))
                .hasSizeGreaterThan(1)
                .allMatch(pattern -> pattern.confidence() <= whole);
    }

    @Test
    void threeAnswersToOneDoorAreThreeHabitsAndNoSequence() {
        // Given
        SplittableRandom random = new SplittableRandom(21);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            Instant home = Diary.around(day, LocalTime.of(15, 0), 300, random);
            diary.set("person.ann", "not_home", home.minusSeconds(random.nextLong(10_000, 20_000)));
            diary.set("person.ann", "home", home);
            for (String answer : BREAKFAST.subList(1, 4)) {
                diary.set(answer, "on", home.plusMillis(random.nextLong(10_000, 110_000)));
                diary.set(answer, "off", home.plusSeconds(random.nextLong(900, 9000)));
            }
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven)
                .extracting(Pattern::kind)
                .containsOnly(PatternKind.PRESENCE)
                .hasSize(3);
    }

    @Test
    void whatIsDoneAtTheSameHoursWithoutAnyOrderIsNoSequence() {
        // Given twenty homes in which much is done within the same hour
        long found = IntStream.range(0, 20)
                .mapToLong(seed -> {
                    SplittableRandom random = new SplittableRandom(2000 + seed);
                    Diary diary = new Diary();
                    for (int day = 0; day < 60; day++) {
                        for (int thing = 0; thing < 10; thing++) {
                            Instant on = Diary.around(day, LocalTime.of(20, 0), 100, random);
                            diary.set("switch.thing_" + thing, "on", on);
                            diary.set("switch.thing_" + thing, "off", on.plusSeconds(random.nextLong(100, 6000)));
                        }
                    }

                    // When
                    return sequences(diary.analyse()).size();
                })
                .sum();

        // Then
        assertThat(found).as("over seeds 2000 to 2019").isZero();
    }

    private static void steps(Diary diary, List<String> steps, Instant start, SplittableRandom random) {
        Instant at = start;
        for (String step : steps) {
            diary.set(step, "on", at);
            diary.set(step, "off", at.plusSeconds(random.nextLong(900, 9000)));
            at = at.plusMillis(random.nextLong(20_000, 120_000));
        }
    }

    private static void lampsAtRandom(Diary diary, int days, SplittableRandom random) {
        for (int day = 0; day < days; day++) {
            for (int lamp = 0; lamp < 6; lamp++) {
                Instant on = Diary.around(day, LocalTime.of(15, 0), 420, random);
                diary.set("light.lamp_" + lamp, "on", on);
                diary.set("light.lamp_" + lamp, "off", on.plusSeconds(random.nextLong(600, 7200)));
            }
        }
    }

    private static List<Pattern> sequences(Analysis analysis) {
        return analysis.proven().stream()
                .filter(pattern -> pattern.kind() == PatternKind.SEQUENCE)
                .toList();
    }

    private static EntityId first(Rule rule) {
        return ((StateTrigger) rule.triggers().getFirst()).entities().getFirst();
    }

    private static List<EntityId> later(Rule rule) {
        return rule.actions().stream()
                .filter(CallService.class::isInstance)
                .flatMap(action -> ((CallService) action).targets().stream())
                .toList();
    }
}
