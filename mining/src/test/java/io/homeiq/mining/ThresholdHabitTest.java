package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.NumericStateTrigger;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdHabitTest {

    private static final int DAYS = 60;

    /** A day's temperatures, warmest at another hour each day. */
    private static double warmth(int minute, double mean, double peak) {
        return mean + 2.5 * Math.cos((minute - peak) * 2 * Math.PI / 1_440);
    }

    private static void tell(Diary diary, String sensor, double value, Instant time) {
        diary.set(sensor, String.format(Locale.ROOT, "%.1f", value), time);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsTheTemperatureAtWhichTheFanIsSwitchedOn(long seed) {
        // Given
        SplittableRandom random = new SplittableRandom(seed);
        double limit = 24 + random.nextInt(4) / 2.0;
        Diary diary = new Diary();
        double before = limit;
        for (int day = 0; day < DAYS; day++) {
            double mean = limit - 1 + random.nextDouble(-1, 1);
            double peak = random.nextDouble(700, 1_200);
            for (int minute = 0; minute < 1_440; minute += 5) {
                Instant time =
                        Diary.time(day, LocalTime.of(minute / 60, minute % 60)).plusSeconds(random.nextInt(60));
                double value = Math.round(warmth(minute, mean, peak) * 10) / 10.0;
                tell(diary, "sensor.living_temperature", value, time);
                tell(diary, "sensor.hall_temperature", 20 + random.nextDouble(-2, 2), time.plusSeconds(30));
                if (before <= limit && value > limit && random.nextInt(10) > 0) {
                    Instant act = time.plusMillis(random.nextLong(20_000, 200_000));
                    diary.set("fan.living", "on", act);
                    diary.set("fan.living", "off", act.plusSeconds(random.nextLong(3_000, 9_000)));
                }
                before = value;
            }
        }

        // When
        List<Pattern> proven = turningOn(diary.analyse());

        // Then
        assertThat(proven).as("seed %d", seed).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.NUMERIC_THRESHOLD);
            NumericStateTrigger trigger =
                    (NumericStateTrigger) pattern.rule().triggers().getFirst();
            assertThat(trigger.entities()).containsExactly(Diary.id("sensor.living_temperature"));
            assertThat(trigger.below()).isNull();
            assertThat(trigger.above()).isNotNull().isBetween(limit - 0.3, limit + 0.3);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void aMachineThatHasFinishedIsSwitchedOff(long seed) {
        // Given a machine that runs at any time of the day, and a meter that tells every half minute
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            int from = 480 + random.nextInt(700);
            int until = from + 60 + random.nextInt(30);
            for (int minute = 0; minute < 1_440; minute++) {
                boolean runs = minute >= from && minute < until;
                Instant time =
                        Diary.time(day, LocalTime.of(minute / 60, minute % 60)).plusSeconds(random.nextInt(20));
                tell(diary, "sensor.washer_power", (runs ? 800 : 2) + random.nextDouble() * (runs ? 900 : 3), time);
            }
            Instant end = Diary.time(day, LocalTime.of(until / 60, until % 60));
            Instant start = Diary.time(day, LocalTime.of(from / 60, from % 60));
            diary.set("switch.washer", "on", start.minusSeconds(random.nextLong(60, 900)));
            diary.set("switch.washer", "off", end.plusMillis(random.nextLong(40_000, 200_000)));
        }

        // When
        List<Pattern> proven = diary.analyse().proven().stream()
                .filter(pattern -> call(pattern).service().equals("turn_off"))
                .toList();

        // Then
        assertThat(proven).as("seed %d", seed).singleElement().satisfies(pattern -> {
            NumericStateTrigger trigger =
                    (NumericStateTrigger) pattern.rule().triggers().getFirst();
            assertThat(trigger.below()).isNotNull().isBetween(5.0, 800.0);
        });
    }

    @Test
    void aClockHabitAtTheHourAtWhichItGetsWarmIsNoThreshold() {
        // Given a temperature that passes every number at the same time each day
        SplittableRandom random = new SplittableRandom(21);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            for (int minute = 0; minute < 1_440; minute += 6) {
                Instant time =
                        Diary.time(day, LocalTime.of(minute / 60, minute % 60)).plusSeconds(random.nextInt(60));
                tell(diary, "sensor.living_temperature", warmth(minute, 22, 960), time);
            }
            diary.set("fan.living", "on", Diary.around(day, LocalTime.of(12, 0), 6, random));
            diary.set("fan.living", "off", Diary.around(day, LocalTime.of(18, 0), 90, random));
        }

        // When
        List<Pattern> proven = turningOn(diary.analyse());

        // Then
        assertThat(proven)
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.kind()).isEqualTo(PatternKind.TIME_OF_DAY));
    }

    @Test
    void lampsUsedAtRandomBesideNoisySensorsGiveNoSuggestion() {
        // Given homes without a routine
        List<Pattern> suggestions = new ArrayList<>();
        for (long seed = 200; seed < 206; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Diary diary = new Diary();
            double[] walks = {20, 50, 300, 900};
            for (int day = 0; day < DAYS; day++) {
                for (int minute = 0; minute < 1_440; minute += 6) {
                    Instant time = Diary.time(day, LocalTime.of(minute / 60, minute % 60));
                    for (int sensor = 0; sensor < walks.length; sensor++) {
                        walks[sensor] += random.nextGaussian() * 0.3 + (20 * (sensor + 1) - walks[sensor]) * 0.02;
                        tell(diary, "sensor.air_" + sensor, walks[sensor], time.plusSeconds(random.nextInt(200)));
                    }
                }
                for (int lamp = 0; lamp < 6; lamp++) {
                    Instant on = Diary.around(day, LocalTime.of(16, 0), 300, random);
                    diary.set("light.lamp_" + lamp, "on", on);
                    diary.set("light.lamp_" + lamp, "off", on.plusSeconds(random.nextLong(300, 9_000)));
                }
            }

            // When
            diary.analyse().proven().stream()
                    .filter(pattern -> pattern.kind() == PatternKind.NUMERIC_THRESHOLD)
                    .forEach(suggestions::add);
        }

        // Then
        assertThat(suggestions).as("over seeds 200 to 205").isEmpty();
    }

    @Test
    void aLampThatNeverBurnsForLongDoesNotAnswerANoisyMeter() {
        // Given a meter that goes up and down all the time, also while the lamp burns
        List<Pattern> suggestions = new ArrayList<>();
        for (long seed = 300; seed < 306; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Diary diary = new Diary();
            for (int day = 0; day < DAYS; day++) {
                for (int minute = 0; minute < 1_440; minute += 5) {
                    Instant time = Diary.time(day, LocalTime.of(minute / 60, minute % 60));
                    tell(diary, "sensor.laundry_power", random.nextDouble(2, 6), time.plusSeconds(random.nextInt(200)));
                }
                for (int use = 0; use < 3; use++) {
                    Instant on = Diary.around(day, LocalTime.of(15, 0), 400, random);
                    diary.set("light.cellar", "on", on);
                    diary.set("light.cellar", "off", on.plusMillis(random.nextLong(120_000, 1_500_000)));
                }
            }

            // When
            diary.analyse().proven().stream()
                    .filter(pattern -> pattern.kind() == PatternKind.NUMERIC_THRESHOLD)
                    .forEach(suggestions::add);
        }

        // Then
        assertThat(suggestions).as("over seeds 300 to 305").isEmpty();
    }

    private static CallService call(Pattern pattern) {
        return (CallService) pattern.rule().actions().getLast();
    }

    private static List<Pattern> turningOn(Analysis analysis) {
        return analysis.proven().stream()
                .filter(pattern -> call(pattern).service().equals("turn_on"))
                .toList();
    }
}
