package io.homeiq.mining.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingTest {

    private static final int DAYS = 60;

    private enum Week {
        DAILY(0, 6),
        WORKDAYS(0, 4),
        WEEKENDS(5, 6);

        private final int first;
        private final int last;

        Week(int first, int last) {
            this.first = first;
            this.last = last;
        }

        boolean has(int day) {
            return first <= day % 7 && day % 7 <= last;
        }
    }

    private static List<KeptDay> days(int from, int until, double missed, Week due, Random random) {
        List<KeptDay> days = new ArrayList<>();
        for (int day = from; day < until; day++) {
            if (due.has(day)) {
                boolean left = random.nextDouble() < missed;
                days.add(new KeptDay(day, left ? 0 : 1, left ? 1 : 0));
            }
        }
        return days;
    }

    private static Keeping of(List<KeptDay> days) {
        return Keeping.of(days, Expectation.WHEN_DUE, Keeping.HALF_LIFE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.10, 0.18})
    void aSteadyHabitIsNotCalledLeftOnAnyOfSixtyDays(double missed) {
        // Given many habits that are left out now and then
        long seed = 41;
        Random random = new Random(seed);
        int runs = 200;
        int alarms = 0;

        // When each is looked at every day
        for (int run = 0; run < runs; run++) {
            List<KeptDay> days = days(0, DAYS, missed, run % 2 == 0 ? Week.DAILY : Week.WORKDAYS, random);
            boolean alarm = false;
            for (int end = 10; end <= days.size(); end += 2) {
                alarm |= of(days.subList(0, end)).isLeft();
            }
            alarms += alarm ? 1 : 0;
        }

        // Then
        assertThat(alarms / (double) runs)
                .as("seed %d, missed %.2f", seed, missed)
                .isLessThanOrEqualTo(0.02);
    }

    @Test
    void aHabitThatEndsLosesATenthOfItsConfidenceWithinAWeekOnWhateverDaysItIsDue() {
        for (Week due : Week.values()) {
            // Given
            long seed = 42;
            Random random = new Random(seed);
            List<KeptDay> days = days(0, DAYS, 0.1, due, random);
            double before = of(days).confidence();

            // When
            days.addAll(days(DAYS, DAYS + 7, 1, due, random));

            // Then
            assertThat(of(days).confidence()).as("seed %d", seed).isLessThanOrEqualTo(before - 0.1);
        }
    }

    @Test
    void aDailyHabitThatEndsIsCalledLeftWithinAWeekFromTheDayOnWhichItEnded() {
        // Given
        long seed = 43;
        Random random = new Random(seed);
        List<KeptDay> days = days(0, DAYS, 0.05, Week.DAILY, random);

        // When
        days.addAll(days(DAYS, DAYS + 7, 1, Week.DAILY, random));

        // Then
        Keeping keeping = of(days);
        assertThat(keeping.isLeft()).as("seed %d", seed).isTrue();
        assertThat(keeping.since()).isBetween(DAYS - 2, DAYS + 1);
    }

    @Test
    void oneMissOfAHabitThatIsHardlyEverMissedMovesItsConfidenceLittle() {
        // Given
        List<KeptDay> days = new ArrayList<>(days(0, DAYS, 0, Week.DAILY, new Random(1)));
        double before = of(days).confidence();

        // When
        days.add(new KeptDay(DAYS, 0, 1));

        // Then
        assertThat(of(days).confidence()).isBetween(before - 0.1, before);
    }

    @Test
    void whatHappensManyTimesOnOneDayIsNoProofOfAnEnd() {
        // Given a habit that is due ten times a day
        List<KeptDay> days = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            days.add(new KeptDay(day, 9, 1));
        }

        // When guests leave it undone all day
        days.add(new KeptDay(DAYS, 0, 10));

        // Then
        assertThat(of(days).isLeft()).isFalse();
    }

    @Test
    void twoSickDaysOfAHabitOfWorkdaysAreNoEndOfIt() {
        // Given
        long seed = 46;
        Random random = new Random(seed);
        List<KeptDay> days = days(0, 56, 0.05, Week.WORKDAYS, random);

        // When it is left out on a Monday and a Tuesday
        days.addAll(days(56, 58, 1, Week.WORKDAYS, random));

        // Then
        assertThat(of(days).isLeft()).as("seed %d", seed).isFalse();
    }

    @Test
    void aHabitThatComesBackIsTrustedAgain() {
        // Given
        long seed = 44;
        Random random = new Random(seed);
        List<KeptDay> days = days(0, 40, 0.05, Week.DAILY, random);
        days.addAll(days(40, 80, 1, Week.DAILY, random));

        // When
        days.addAll(days(80, 86, 0, Week.DAILY, random));

        // Then
        Keeping keeping = of(days);
        assertThat(keeping.left()).as("seed %d", seed).isLessThan(0.1);
        assertThat(keeping.since()).isBetween(79, 81);
    }

    @Test
    void whatCameUpOnSomeDaysAndDoesNotForWeeksIsCalledLeft() {
        // Given
        long seed = 45;
        Random random = new Random(seed);
        List<KeptDay> days = days(0, DAYS, 0.6, Week.DAILY, random);

        // When
        days.addAll(days(DAYS, DAYS + 21, 1, Week.DAILY, random));

        // Then
        assertThat(Keeping.of(days, Expectation.ON_A_DAY, Keeping.HALF_LIFE).isLeft())
                .as("seed %d", seed)
                .isTrue();
    }

    @Test
    void ofHabitsThatFadeOverFourWeeksNineOfTenLoseATenthOfTheirConfidenceWithinThree() {
        // Given
        long seed = 47;
        Random random = new Random(seed);
        int runs = 200;
        int noticed = 0;

        // When each is left out a little more often every day
        for (int run = 0; run < runs; run++) {
            List<KeptDay> days = days(0, DAYS, 0.05, Week.DAILY, random);
            double before = of(days).confidence();
            for (int day = 0; day < 21; day++) {
                days.addAll(days(DAYS + day, DAYS + day + 1, 0.05 + 0.9 * day / 28, Week.DAILY, random));
            }
            noticed += of(days).confidence() <= before - 0.1 ? 1 : 0;
        }

        // Then
        assertThat(noticed / (double) runs).as("seed %d", seed).isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.15, 0.25, 0.4, 0.6, 0.9})
    void whatComesUpOnSomeDaysIsNotCalledLeftOnAnyOfSixty(double share) {
        // Given
        long seed = 49;
        Random random = new Random(seed);
        int runs = 200;
        int alarms = 0;

        // When each is looked at every day
        for (int run = 0; run < runs; run++) {
            List<KeptDay> days = new ArrayList<>(List.of(new KeptDay(0, 1, 0)));
            days.addAll(days(1, DAYS, 1 - share, Week.DAILY, random));
            boolean alarm = false;
            for (int end = 10; end <= days.size(); end += 2) {
                alarm |= Keeping.of(days.subList(0, end), Expectation.ON_A_DAY, Keeping.HALF_LIFE)
                        .isLeft();
            }
            alarms += alarm ? 1 : 0;
        }

        // Then
        assertThat(alarms / (double) runs)
                .as("seed %d, on %.2f of the days", seed, share)
                .isLessThanOrEqualTo(0.02);
    }

    @Test
    void whatComesUpOnOneDayOfSixIsNotTakenForLeft() {
        // Given
        List<KeptDay> days = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            boolean kept = day % 6 == 0;
            days.add(new KeptDay(day, kept ? 1 : 0, kept ? 0 : 1));
        }

        // When
        Keeping keeping = Keeping.of(days, Expectation.ON_A_DAY, Keeping.HALF_LIFE);

        // Then
        assertThat(keeping.left()).isLessThan(0.5);
    }
}
