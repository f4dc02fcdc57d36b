package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.mining.sun.Sun;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerConditionTest {

    private static final Location PLACE = new Location(52.37, 4.89);
    private static final HomeRegistry HOME = HomeRegistry.EMPTY.withConfig(new HomeConfig("Test", Diary.ZONE, PLACE));
    private static final int DAYS = 60;
    private static final double MISSED = 0.1;

    /** Motion at any hour, and a lamp that is lit after it where something holds. */
    private static Diary motion(SplittableRandom random, Predicate<Instant> holds) {
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            for (int hour = 0; hour < 24; hour += 2) {
                if (random.nextInt(3) > 0) {
                    Instant time = Diary.around(day, LocalTime.of(hour, 30), 25, random);
                    diary.set("binary_sensor.hall_motion", "on", time);
                    diary.set("binary_sensor.hall_motion", "off", time.plusSeconds(60));
                    if (holds.test(time) && random.nextDouble() > MISSED) {
                        diary.set("light.hall", "on", time.plusMillis(random.nextLong(3_000, 20_000)));
                        diary.set("light.hall", "off", time.plusSeconds(random.nextLong(300, 1_500)));
                    }
                }
            }
        }
        return diary;
    }

    private static List<Pattern> lit(Diary diary) {
        return diary.analyse(HOME).proven().stream()
                .filter(pattern -> pattern.rule().triggers().getFirst() instanceof StateTrigger)
                .filter(pattern -> ((CallService) pattern.rule().actions().getLast())
                        .service()
                        .equals("turn_on"))
                .toList();
    }

    private static void assertConditions(List<Pattern> proven, long seed, List<Condition> conditions) {
        assertThat(proven)
                .as("seed %d", seed)
                .singleElement()
                .extracting(pattern -> pattern.rule().conditions())
                .isEqualTo(conditions);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whatAlwaysHoldsHasNoCondition(long seed) {
        // Given
        Diary diary = motion(new SplittableRandom(seed), time -> true);

        // When
        List<Pattern> proven = lit(diary);

        // Then
        assertConditions(proven, seed, List.of());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void findsThatItMustBeDark(long seed) {
        // Given
        Sun sun = new Sun(PLACE, Diary.ZONE);
        Diary diary = motion(new SplittableRandom(seed), time -> sun.isDark(time.toEpochMilli()));

        // When
        List<Pattern> proven = lit(diary);

        // Then
        assertConditions(
                proven,
                seed,
                List.of(new SunCondition(SunEvent.SUNSET, SunEvent.SUNRISE, Duration.ZERO, Duration.ZERO)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void findsTheDaysOfTheWeek(long seed) {
        // Given
        Diary diary = motion(
                new SplittableRandom(seed),
                time -> time.atZone(Diary.ZONE).getDayOfWeek().getValue() <= 5);

        // When
        List<Pattern> proven = lit(diary);

        // Then
        assertConditions(proven, seed, List.of(TimeCondition.on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void findsTheLightBelowWhichItHolds(long seed) {
        // Given clouds that make some days dark, and a sensor that tells every five minutes
        SplittableRandom random = new SplittableRandom(seed);
        double[] lux = new double[DAYS * 288];
        for (int day = 0; day < DAYS; day++) {
            double clouds = random.nextDouble(0.01, 1);
            for (int slot = 0; slot < 288; slot++) {
                double sky = Math.max(0, Math.sin((slot - 96) * Math.PI / 144));
                lux[day * 288 + slot] = Math.round(2_000 * sky * clouds * random.nextDouble(0.8, 1.2));
            }
        }
        long start = Diary.time(0, LocalTime.MIDNIGHT).toEpochMilli();
        Diary diary = motion(random, time -> {
            int slot = (int) ((time.toEpochMilli() - start) / 300_000);
            return lux[Math.clamp(slot, 0, lux.length - 1)] < 150;
        });
        for (int slot = 0; slot < lux.length; slot++) {
            Instant time = Instant.ofEpochMilli(start + slot * 300_000L);
            diary.set("sensor.hall_lux", String.valueOf((long) lux[slot]), time);
        }

        // When
        List<Pattern> proven = lit(diary);

        // Then
        assertThat(proven)
                .as("seed %d", seed)
                .singleElement()
                .extracting(pattern -> pattern.rule().conditions().getFirst())
                .isInstanceOfSatisfying(NumericStateCondition.class, condition -> {
                    assertThat(condition.entities()).containsExactly(Diary.id("sensor.hall_lux"));
                    assertThat(condition.above()).isNull();
                    assertThat(condition.below()).isBetween(100.0, 250.0);
                });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43})
    void findsTheStateOfAnotherEntity(long seed) {
        // Given guests now and then, for whom everything is done by hand
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] guests = new boolean[DAYS + 1];
        Diary diary = motion(random, time -> {
            int day = (int)
                    ((time.toEpochMilli() - Diary.time(0, LocalTime.MIDNIGHT).toEpochMilli()) / 86_400_000);
            guests[day] = day % 5 >= 3;
            return guests[day];
        });
        for (int day = 0; day < DAYS; day++) {
            boolean changes = day == 0 || (day % 5 >= 3) != ((day - 1) % 5 >= 3);
            if (changes) {
                diary.set("input_boolean.guests", day % 5 >= 3 ? "on" : "off", Diary.time(day, LocalTime.MIDNIGHT));
            }
            diary.set("light.desk", day % 2 == 0 ? "on" : "off", Diary.around(day, LocalTime.NOON, 300, random));
        }

        // When
        List<Pattern> proven = lit(diary).stream()
                .filter(pattern -> pattern.entity().equals(Diary.id("light.hall")))
                .toList();

        // Then
        assertConditions(proven, seed, List.of(StateCondition.of(Diary.id("input_boolean.guests"), "on")));
    }
}
