package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.mining.statistics.CircularTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockHabitTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsADailyRoutineWithinFourWeeks(long seed) {
        // Given
        Diary diary = evenings(28, LocalTime.of(21, 30), 8, seed);

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).as("seed %d", seed).hasSize(1);
        assertThat(secondsFrom(proven.getFirst(), LocalTime.of(21, 30))).isLessThan(10 * 60);
        assertThat(proven.getFirst().evidence()).isNotNull();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void midnightIsOnePlaceOnTheClock(long seed) {
        // Given
        Diary diary = evenings(42, LocalTime.MIDNIGHT, 8, seed);

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).as("seed %d", seed).hasSize(1);
        assertThat(secondsFrom(proven.getFirst(), LocalTime.MIDNIGHT)).isLessThan(5 * 60);
    }

    @Test
    void whatIsSwitchedOffAtNightIsSwitchedOffByTheRule() {
        // Given a lamp that goes on at no special time
        SplittableRandom random = new SplittableRandom(21);
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            diary.set("light.hall", "on", Diary.around(day, LocalTime.of(15, 0), 240, random));
            diary.set("light.hall", "off", Diary.around(day, LocalTime.of(23, 0), 10, random));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).hasSize(1);
        assertThat(call(proven.getFirst()).service()).isEqualTo("turn_off");
    }

    @Test
    void workdaysAreToldFromTheWeekend() {
        // Given
        SplittableRandom random = new SplittableRandom(31);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            boolean workday = day % 7 < 5;
            LocalTime time = workday ? LocalTime.of(6, 45) : LocalTime.of(9, 30);
            diary.set("switch.coffee", "on", Diary.around(day, time, 9, random));
            diary.set("switch.coffee", "off", Diary.around(day, time.plusHours(1), 25, random));
        }

        // When
        List<Pattern> proven = diary.analyse().proven().stream()
                .filter(pattern -> call(pattern).service().equals("turn_on"))
                .toList();

        // Then
        assertThat(proven)
                .extracting(
                        pattern -> ((TimeCondition) pattern.rule().conditions().getFirst()).weekdays())
                .containsExactlyInAnyOrder(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62, 63})
    void trainingOnTwoDaysOfTheWeekIsToldFromTheOthers(long seed) {
        // Given
        SplittableRandom random = new SplittableRandom(seed);
        Set<DayOfWeek> training = EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            diary.set("light.hall", "on", Diary.around(day, LocalTime.of(15, 0), 240, random));
            diary.set("light.hall", "off", Diary.around(day, LocalTime.of(23, 0), 20, random));
            if (training.contains(Diary.FIRST_DAY.plusDays(day).getDayOfWeek())) {
                diary.set("light.studio", "on", Diary.around(day, LocalTime.of(19, 15), 8, random));
                diary.set("light.studio", "off", Diary.around(day, LocalTime.of(21, 30), 60, random));
            }
        }

        // When
        List<Pattern> proven = diary.analyse().proven().stream()
                .filter(pattern -> pattern.entity().equals(Diary.id("light.studio")))
                .filter(pattern -> call(pattern).service().equals("turn_on"))
                .toList();

        // Then
        assertThat(proven)
                .as("seed %d", seed)
                .extracting(
                        pattern -> ((TimeCondition) pattern.rule().conditions().getFirst()).weekdays())
                .containsExactly(training);
    }

    @Test
    void aHabitOfThreeWorkdaysThatIsKeptLooselyIsMostlyFoundAsSuch() {
        // Given homes in which it is kept on four of five of these days
        Set<DayOfWeek> these = EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
        List<Long> found = new ArrayList<>();
        for (long seed = 81; seed <= 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Diary diary = new Diary();
            for (int day = 0; day < 60; day++) {
                diary.set("light.hall", "on", Diary.around(day, LocalTime.of(15, 0), 240, random));
                diary.set("light.hall", "off", Diary.around(day, LocalTime.of(23, 0), 20, random));
                if (these.contains(Diary.FIRST_DAY.plusDays(day).getDayOfWeek()) && random.nextInt(5) > 0) {
                    diary.set("light.studio", "on", Diary.around(day, LocalTime.of(19, 15), 15, random));
                    diary.set("light.studio", "off", Diary.around(day, LocalTime.of(21, 30), 60, random));
                }
            }

            // When
            boolean told = diary.analyse().proven().stream()
                    .filter(pattern -> pattern.entity().equals(Diary.id("light.studio")))
                    .filter(pattern -> call(pattern).service().equals("turn_on"))
                    .map(pattern -> (TimeCondition) pattern.rule().conditions().getFirst())
                    .anyMatch(condition -> condition.weekdays().equals(these));
            if (told) {
                found.add(seed);
            }
        }

        // Then
        assertThat(found).as("of the seeds 81 to 100").hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void theLevelThatPeopleSetIsPartOfTheRule() {
        // Given
        SplittableRandom random = new SplittableRandom(41);
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            diary.setLevel(
                    "light.bed", "on", 100 + random.nextInt(6), Diary.around(day, LocalTime.of(22, 0), 8, random));
            diary.set("light.bed", "off", Diary.around(day, LocalTime.of(23, 30), 8, random));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven)
                .filteredOn(pattern -> call(pattern).service().equals("turn_on"))
                .singleElement()
                .satisfies(pattern -> assertThat(call(pattern).data().tree()).isEqualTo(Map.of("brightness_pct", 40)));
    }

    @Test
    void aLockThatIsLockedEveryNightIsNeverProposedForSwitching() {
        // Given
        SplittableRandom random = new SplittableRandom(51);
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            diary.set("lock.front_door", "unlocked", Diary.around(day, LocalTime.of(17, 30), 90, random));
            diary.set("lock.front_door", "locked", Diary.around(day, LocalTime.of(23, 0), 10, random));
        }

        // When
        List<Pattern> patterns = diary.analyse().patterns();

        // Then
        assertThat(patterns).isNotEmpty().noneMatch(Pattern::isProven);
        assertThat(patterns)
                .extracting(pattern -> call(pattern).service())
                .contains("lock")
                .doesNotContain("unlock");
    }

    @Test
    void aScheduleKeptToTheSecondIsADevicesOwn() {
        // Given
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            diary.set("switch.fountain", "on", Diary.time(day, LocalTime.of(8, 0)));
            diary.set("switch.fountain", "off", Diary.time(day, LocalTime.of(20, 0)));
            diary.set("light.hall", day % 2 == 0 ? "on" : "off", Diary.time(day, LocalTime.of(10 + day % 9, day)));
        }

        // When
        Analysis analysis = diary.analyse();

        // Then
        assertThat(analysis.proven()).isEmpty();
        assertThat(analysis.patterns()).noneMatch(p -> p.rule().toString().contains("switch.fountain"));
    }

    @Test
    void daysOnWhichNobodyIsAtHomeCountNeitherWay() {
        // Given a fortnight away
        SplittableRandom random = new SplittableRandom(61);
        Diary diary = new Diary();
        for (int day = 0; day < 60; day++) {
            if (day < 30 || day >= 44) {
                diary.set("light.desk", "on", Diary.around(day, LocalTime.of(19, 0), 8, random));
                diary.set("light.desk", "off", Diary.around(day, LocalTime.of(22, 0), 50, random));
            }
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).isNotEmpty();
        assertThat(proven.getFirst().evidence().unwanted()).isZero();
    }

    @Test
    void twoHabitsOfOneLampAreTwoPatterns() {
        // Given
        SplittableRandom random = new SplittableRandom(71);
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            diary.set("light.kitchen", "on", Diary.around(day, LocalTime.of(7, 0), 8, random));
            diary.set("light.kitchen", "off", Diary.around(day, LocalTime.of(8, 0), 25, random));
            diary.set("light.kitchen", "on", Diary.around(day, LocalTime.of(18, 0), 8, random));
            diary.set("light.kitchen", "off", Diary.around(day, LocalTime.of(22, 0), 40, random));
        }

        // When
        List<Pattern> on = diary.analyse().proven().stream()
                .filter(pattern -> call(pattern).service().equals("turn_on"))
                .toList();

        // Then
        assertThat(on).hasSize(2);
        assertThat(on).extracting(Pattern::id).doesNotHaveDuplicates();
    }

    private static Diary evenings(int days, LocalTime time, int minutes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < days; day++) {
            diary.set("light.porch", "on", Diary.around(day, time, minutes, random));
            diary.set("light.porch", "off", Diary.around(day, time.plusHours(3), 80, random));
        }
        return diary;
    }

    private static CallService call(Pattern pattern) {
        return (CallService) pattern.rule().actions().getLast();
    }

    private static double secondsFrom(Pattern pattern, LocalTime time) {
        LocalTime at = ((TimeTrigger) pattern.rule().triggers().getFirst()).at().getFirst();
        return Math.abs(CircularTime.difference(at.toSecondOfDay(), time.toSecondOfDay()));
    }
}
