package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.mining.sun.Sun;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SunHabitTest {

    private static final Location PLACE = new Location(52.37, 4.89);
    private static final int DAYS = 60;

    private static HomeRegistry at(Location place) {
        return HomeRegistry.EMPTY.withConfig(new HomeConfig("Test", Diary.ZONE, place));
    }

    private static Instant sun(SunEvent event, int day, double minutes, RandomGenerator random) {
        return sun(event, day, minutes + 6 * random.nextGaussian());
    }

    private static Instant sun(SunEvent event, int day, double minutes) {
        long time = new Sun(PLACE, Diary.ZONE)
                .at(event, (int) Diary.FIRST_DAY.plusDays(day).toEpochDay())
                .orElseThrow();
        return Instant.ofEpochMilli(time + (long) (minutes * 60_000));
    }

    @ParameterizedTest(name = "{0} and {1} min, seed {2}")
    @CsvSource({
        "SUNSET, 0, 1", "SUNSET, -45, 2", "SUNSET, 20, 3", "SUNSET, 95, 4", "SUNSET, 170, 5",
        "SUNRISE, 0, 6", "SUNRISE, -60, 7", "SUNRISE, 30, 8", "SUNRISE, 110, 9", "SUNSET, -110, 10"
    })
    void findsTheOffsetToTheSunWithinTenMinutes(SunEvent event, int offset, long seed) {
        // Given a habit with some missed days
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            if (random.nextInt(10) > 0) {
                diary.set("light.porch", "on", sun(event, day, offset, random));
            }
            diary.set("light.porch", "off", Diary.around(day, LocalTime.of(2, 0), 60, random));
        }

        // When
        List<Pattern> proven = turningOn(diary.analyse(at(PLACE)));

        // Then
        assertThat(proven).as("seed %d", seed).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.SUN);
            SunTrigger trigger = (SunTrigger) pattern.rule().triggers().getFirst();
            assertThat(trigger.event()).isEqualTo(event);
            assertThat(Math.abs(trigger.offset().toMinutes() - offset)).isLessThanOrEqualTo(10);
            assertThat(trigger.offset().toSeconds() % 300).isZero();
            assertThat(pattern.rule().conditions()).isEmpty();
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void whoIsLateAtTimesStillLivesByTheUsualMoment(long seed) {
        // Given what is mostly done just before sunset and sometimes half an hour later
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            double late = -7 * Math.log(1 - 0.98 * random.nextDouble());
            Instant on = sun(SunEvent.SUNSET, day, -15 + late);
            diary.set("light.garden", "on", on);
            diary.set("light.garden", "off", Diary.around(day, LocalTime.of(22, 30), 45, random));
        }

        // When
        List<Pattern> proven = diary.analyse(at(PLACE)).proven();

        // Then
        assertThat(proven)
                .as("seed %d", seed)
                .filteredOn(pattern -> pattern.kind() == PatternKind.SUN)
                .singleElement()
                .satisfies(pattern -> assertThat(
                                ((SunTrigger) pattern.rule().triggers().getFirst()).offset())
                        .isBetween(Duration.ofMinutes(-15), Duration.ofMinutes(-5)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void whoLivesByTheClockIsNotTakenToLiveByTheSun(long seed) {
        // Given a time near sunset, which moves by an hour and a half
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            diary.set("light.porch", "on", Diary.around(day, LocalTime.of(17, 30), 10, random));
            diary.set("light.porch", "off", Diary.around(day, LocalTime.of(23, 0), 60, random));
        }

        // When
        List<Pattern> proven = turningOn(diary.analyse(at(PLACE)));

        // Then
        assertThat(proven)
                .as("seed %d", seed)
                .singleElement()
                .satisfies(pattern ->
                        assertThat(pattern.rule().triggers().getFirst()).isInstanceOf(TimeTrigger.class));
    }

    @Test
    void whereTheSunHardlyMovesPeopleLiveByTheClock() {
        // Given a place on the equator
        SplittableRandom random = new SplittableRandom(31);
        Location quito = new Location(-0.18, 4.89);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            diary.set("light.porch", "on", Diary.around(day, LocalTime.of(18, 30), 8, random));
            diary.set("light.porch", "off", Diary.around(day, LocalTime.of(23, 0), 60, random));
        }

        // When
        List<Pattern> patterns = diary.analyse(at(quito)).patterns();

        // Then
        assertThat(patterns).isNotEmpty().noneMatch(pattern -> pattern.kind() == PatternKind.SUN);
    }

    @Test
    void withoutAPlaceThereIsNoSun() {
        // Given
        SplittableRandom random = new SplittableRandom(32);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            diary.set("light.porch", "on", sun(SunEvent.SUNSET, day, 0, random));
            diary.set("light.porch", "off", Diary.around(day, LocalTime.of(23, 0), 60, random));
        }

        // When
        List<Pattern> patterns = diary.analyse().patterns();

        // Then
        assertThat(patterns).noneMatch(pattern -> pattern.kind() == PatternKind.SUN);
    }

    @Test
    void aHabitOfWorkdaysByTheSunNamesTheDays() {
        // Given
        SplittableRandom random = new SplittableRandom(33);
        Diary diary = new Diary();
        for (int day = 0; day < 2 * DAYS; day++) {
            if (day % 7 < 5) {
                diary.set("cover.hall", "closed", sun(SunEvent.SUNSET, day, 15, random));
            }
            diary.set("cover.hall", "open", Diary.around(day, LocalTime.of(9, 0), 90, random));
            diary.set("light.hall", day % 2 == 0 ? "on" : "off", Diary.around(day, LocalTime.of(13, 0), 200, random));
        }

        // When
        List<Pattern> proven = diary.analyse(at(PLACE)).proven().stream()
                .filter(pattern -> pattern.kind() == PatternKind.SUN)
                .toList();

        // Then
        assertThat(proven)
                .singleElement()
                .extracting(pattern -> pattern.rule().conditions())
                .isEqualTo(List.of(TimeCondition.on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))));
    }

    @Test
    void aLampThatFollowsTheSunToTheSecondIsADevicesOwn() {
        // Given
        SplittableRandom random = new SplittableRandom(34);
        Sun sun = new Sun(PLACE, Diary.ZONE);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            long set = sun.at(
                            SunEvent.SUNSET, (int) Diary.FIRST_DAY.plusDays(day).toEpochDay())
                    .orElseThrow();
            diary.set("light.street", "on", Instant.ofEpochMilli(set + random.nextInt(3_000)));
            diary.set("light.street", "off", Diary.around(day, LocalTime.of(23, 0), 60, random));
        }

        // When
        List<Pattern> proven = turningOn(diary.analyse(at(PLACE)));

        // Then
        assertThat(proven).isEmpty();
    }

    @Test
    void evenUseOfTheEveningIsNoHabitOfTheSun() {
        // Given homes without a routine
        List<Pattern> suggestions = new ArrayList<>();
        for (long seed = 100; seed < 115; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Diary diary = new Diary();
            for (int day = 0; day < DAYS; day++) {
                for (int lamp = 0; lamp < 6; lamp++) {
                    Instant on = Diary.around(day, LocalTime.of(17 + lamp % 3, 0), 150, random);
                    diary.set("light.lamp_" + lamp, "on", on);
                    diary.set("light.lamp_" + lamp, "off", on.plusSeconds(random.nextLong(300, 9_000)));
                }
            }

            // When
            diary.analyse(at(PLACE)).proven().stream()
                    .filter(pattern -> pattern.kind() == PatternKind.SUN || pattern.kind() == PatternKind.TIME_OF_DAY)
                    .forEach(suggestions::add);
        }

        // Then
        assertThat(suggestions).as("over seeds 100 to 114").isEmpty();
    }

    private static List<Pattern> turningOn(Analysis analysis) {
        return analysis.proven().stream()
                .filter(pattern -> ((CallService) pattern.rule().actions().getLast())
                        .service()
                        .equals("turn_on"))
                .toList();
    }
}
