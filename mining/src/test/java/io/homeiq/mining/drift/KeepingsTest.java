package io.homeiq.mining.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeepingsTest {

    private static final long SEED = 17;

    /** Of several habits; longer than what counts of the days. */
    private static final int DAYS = 200;

    private final Keepings keepings = new Keepings(Keeping.HALF_LIFE);

    private static List<KeptDay> days(Random random) {
        List<KeptDay> days = new ArrayList<>();
        double missed = random.nextDouble();
        for (int day = 0; day < DAYS; day += 1 + random.nextInt(2)) {
            missed = random.nextInt(40) == 0 ? random.nextDouble() : missed;
            int left = random.nextDouble() < missed ? 1 + random.nextInt(3) : 0;
            days.add(new KeptDay(day, left == 0 ? 1 : random.nextInt(2), left));
        }
        return days;
    }

    @Test
    void tellsToTheLastBitWhatALookAtAllDaysTells() {
        // Given habits that go on side by side
        Random random = new Random(SEED);
        List<List<KeptDay>> habits = List.of(days(random), days(random), days(random));

        for (int end = 1; end <= habits.stream().mapToInt(List::size).min().orElseThrow(); end++) {
            for (List<KeptDay> habit : habits) {
                List<KeptDay> days = List.copyOf(habit.subList(0, end));
                for (Expectation expected : Expectation.values()) {
                    // When
                    Keeping keeping = keepings.of(days, expected);

                    // Then
                    assertThat(keeping)
                            .as("seed %d, %d days", SEED, end)
                            .isEqualTo(Keeping.of(days, expected, Keeping.HALF_LIFE));
                }
            }
        }
    }

    @Test
    void followsADayThatIsNotOverAndOneThatTurnsOutOtherwise() {
        // Given
        List<KeptDay> habit = days(new Random(SEED));
        List<KeptDay> days = new ArrayList<>(habit.subList(0, 40));
        keepings.of(List.copyOf(days), Expectation.WHEN_DUE);
        int today = days.getLast().day();

        // When it is done twice more today, and a day before was judged anew
        days.set(39, new KeptDay(today, 3, 0));
        Keeping twice = keepings.of(List.copyOf(days), Expectation.WHEN_DUE);
        List<KeptDay> corrected = new ArrayList<>(days);
        corrected.set(20, new KeptDay(days.get(20).day(), 0, 5));
        Keeping anew = keepings.of(List.copyOf(corrected), Expectation.WHEN_DUE);

        // Then
        assertThat(twice).isEqualTo(Keeping.of(days, Expectation.WHEN_DUE, Keeping.HALF_LIFE));
        assertThat(anew).isEqualTo(Keeping.of(corrected, Expectation.WHEN_DUE, Keeping.HALF_LIFE));
    }
}
