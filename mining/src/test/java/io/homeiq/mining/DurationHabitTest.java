package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationHabitTest {

    @ParameterizedTest(name = "{1} minutes, seed {0}")
    @CsvSource({"1, 8", "2, 20", "3, 45", "4, 90"})
    void findsHowLongSomethingIsUsed(long seed, int minutes) {
        // Given a fan that is put on at any time and runs for about so long
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            Instant on = Diary.around(day, LocalTime.of(14, 0), 360, random);
            double lasts = minutes * 60 * (1 + 0.12 * (2 * random.nextDouble() - 1));
            diary.set("fan.desk", "on", on);
            diary.set("fan.desk", "off", on.plusSeconds(day % 11 == 10 ? 14_000 : (long) lasts));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).as("seed %d", seed).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.DURATION);
            StateTrigger trigger = (StateTrigger) pattern.rule().triggers().getFirst();
            assertThat(trigger.to()).containsExactly("on");
            assertThat(trigger.holdFor())
                    .isBetween(Duration.ofSeconds(minutes * 54L), Duration.ofSeconds(minutes * 66L));
            assertThat(((CallService) pattern.rule().actions().getFirst()).service())
                    .isEqualTo("turn_off");
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53})
    void howLongSomethingIsUsedMayVaryByAQuarter(long seed) {
        // Given
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            Instant on = Diary.around(day, LocalTime.of(14, 0), 360, random);
            long lasts = random.nextLong(1_110, 1_890);
            diary.set("fan.desk", "on", on);
            diary.set("fan.desk", "off", on.plusSeconds(day % 7 == 3 ? 9_000 : lasts));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).as("seed %d", seed).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.DURATION);
            assertThat(((StateTrigger) pattern.rule().triggers().getFirst()).holdFor())
                    .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(30));
        });
    }

    @Test
    void whatIsPutOutByTheClockIsNoDuration() {
        // Given a lamp that is lit around eight and put out around ten, each by the clock
        SplittableRandom random = new SplittableRandom(11);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            diary.set("light.sofa", "on", Diary.around(day, LocalTime.of(20, 0), 12, random));
            diary.set("light.sofa", "off", Diary.around(day, LocalTime.of(22, 0), 12, random));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven)
                .hasSize(2)
                .allSatisfy(pattern ->
                        assertThat(pattern.rule().triggers().getFirst()).isInstanceOf(TimeTrigger.class));
    }

    @Test
    void whatFollowsTheOnByAnHourIsADurationAndNoTimeOfDay() {
        // Given a lamp that is lit in the evening and burns for an hour, almost to the minute
        SplittableRandom random = new SplittableRandom(12);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            Instant on = Diary.around(day, LocalTime.of(20, 0), 35, random);
            diary.set("light.sofa", "on", on);
            diary.set("light.sofa", "off", on.plusSeconds(3600 + random.nextLong(-240, 240)));
        }

        // When
        List<Pattern> off = diary.analyse().proven().stream()
                .filter(pattern -> ((CallService) pattern.rule().actions().getLast())
                        .service()
                        .equals("turn_off"))
                .toList();

        // Then
        assertThat(off)
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.kind()).isEqualTo(PatternKind.DURATION));
    }

    @Test
    void aTimerThatKeepsToTheSecondIsAMachine() {
        // Given
        SplittableRandom random = new SplittableRandom(13);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            Instant on = Diary.around(day, LocalTime.of(14, 0), 360, random);
            diary.set("switch.fan", "on", on).set("switch.fan", "off", on.plusSeconds(900));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).isEmpty();
    }

    @Test
    void timesOfUseThatVaryByAFactorOfTwoAreNoHabit() {
        // Given twenty homes
        long found = IntStream.range(0, 20)
                .mapToLong(seed -> {
                    SplittableRandom random = new SplittableRandom(3000 + seed);
                    Diary diary = new Diary();
                    for (int day = 0; day < 60; day++) {
                        for (int thing = 0; thing < 6; thing++) {
                            Instant on = Diary.around(day, LocalTime.of(14, 0), 420, random);
                            double lasts = 1800 * (thing + 1) * Math.exp(0.7 * random.nextGaussian());
                            diary.set("switch.thing_" + thing, "on", on);
                            diary.set("switch.thing_" + thing, "off", on.plusSeconds((long) lasts));
                        }
                    }

                    // When
                    return diary.analyse().proven().size();
                })
                .sum();

        // Then
        assertThat(found).as("over seeds 3000 to 3019").isZero();
    }
}
