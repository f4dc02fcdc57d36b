package io.homeiq.mining.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Homes with a habit at seven, nine, noon, four, six, eight and ten o'clock, some kept well and some less. */
class ExceptionalDaysTest {

    private static final int DAYS = 60;
    private static final int HOUR = 3_600;
    private static final int[] HOURS = {7, 9, 12, 16, 18, 20, 22};
    private static final double[] MISSED = {0.05, 0.2, 0.1, 0.3, 0.05, 0.1, 0.15};

    /** @param leftOut asked of each day and hour, whether people could not do then what they usually do */
    private static ExceptionalDays live(long seed, int days, BiPredicate<Integer, Integer> leftOut) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<DueTime>> habits = new ArrayList<>();
        for (int i = 0; i < HOURS.length; i++) {
            List<DueTime> due = new ArrayList<>();
            for (int day = 0; day < days; day++) {
                boolean kept = random.nextDouble() >= MISSED[i] && !leftOut.test(day, HOURS[i]);
                due.add(new DueTime(day, HOURS[i] * HOUR, kept));
            }
            habits.add(due);
        }
        return ExceptionalDays.of(habits);
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 302, 303})
    void ordinaryDaysOfCarelessPeopleCount(long seed) {
        // Given, When
        int homes = 200;
        long exceptional = IntStream.range(0, homes)
                .mapToObj(home -> live(1_000 * seed + home, DAYS, (day, hour) -> false))
                .mapToLong(days -> IntStream.range(0, DAYS)
                        .filter(day -> !days.isUsual(day))
                        .count())
                .sum();

        // Then
        assertThat(exceptional / (double) (homes * DAYS)).as("seed %d", seed).isLessThan(ExceptionalDays.LEVEL);
    }

    @ParameterizedTest
    @ValueSource(longs = {311, 312, 313})
    void theDaysOfASickWeekDoNotCount(long seed) {
        // Given, When
        ExceptionalDays days = live(seed, DAYS, (day, hour) -> day >= 50 && day < 57);

        // Then
        assertThat(IntStream.range(50, 57)).as("seed %d", seed).noneMatch(days::isUsual);
        assertThat(days.isUsual(57)).as("seed %d", seed).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {321, 322, 323})
    void onAnEveningWithGuestsOnlyTheMorningCounts(long seed) {
        // Given, When
        ExceptionalDays days = live(seed, DAYS, (day, hour) -> day == 40 && hour >= 16);

        // Then
        assertThat(days.counts(40, 9 * HOUR)).as("seed %d", seed).isTrue();
        assertThat(days.counts(40, 20 * HOUR)).as("seed %d", seed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {331, 332, 333})
    void theDaysAfterTheEndOfOneHabitCount(long seed) {
        // Given, When
        ExceptionalDays days = live(seed, DAYS, (day, hour) -> day >= 40 && hour == 7);

        // Then
        assertThat(IntStream.range(40, DAYS)).as("seed %d", seed).allMatch(days::isUsual);
    }

    @ParameterizedTest
    @ValueSource(longs = {341, 342, 343})
    void whatAllHabitsTellForMoreThanTwoWeeksAreTheNewWays(long seed) {
        // Given
        BiPredicate<Integer, Integer> gone = (day, hour) -> day >= 40;
        assertThat(live(seed, 54, gone).isUsual(45)).as("seed %d", seed).isFalse();

        // When
        ExceptionalDays days = live(seed, 60, gone);

        // Then
        assertThat(IntStream.range(40, 60)).as("seed %d", seed).allMatch(days::isUsual);
    }
}
