package io.homeiq.mining.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeShiftTest {

    private static final int DAYS = 60;
    private static final int MINUTE = 60;

    private static int[] days(int count) {
        int[] days = new int[count];
        Arrays.setAll(days, i -> 100 + i);
        return days;
    }

    private static double[] offsets(int count, double spreadMinutes, double wild, Random random) {
        double[] offsets = new double[count];
        Arrays.setAll(
                offsets,
                i -> random.nextDouble() < wild
                        ? (random.nextDouble() * 240 - 120) * MINUTE
                        : random.nextGaussian() * spreadMinutes * MINUTE);
        return offsets;
    }

    private static Optional<TimeShift> shift(double[] offsets, int until) {
        double[] seen = Arrays.copyOf(offsets, until);
        return TimeShift.of(days(until), seen, UsualTime.of(Arrays.copyOf(seen, (int) (0.7 * until))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 8, 15, 25})
    void aSteadyTimeIsNotCalledMovedOnAnyOfSixtyDays(double spreadMinutes) {
        // Given habits with acts at any time among them
        long seed = 51;
        Random random = new Random(seed);
        int runs = 200;
        int alarms = 0;

        // When each is looked at every day
        for (int run = 0; run < runs; run++) {
            double[] offsets = offsets(DAYS, spreadMinutes, 0.1, random);
            boolean alarm = false;
            for (int until = 20; until <= DAYS; until++) {
                alarm |= shift(offsets, until).isPresent();
            }
            alarms += alarm ? 1 : 0;
        }

        // Then
        assertThat(alarms / (double) runs).as("seed %d", seed).isLessThanOrEqualTo(0.02);
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, -30, 30, 60})
    void aMoveOfHalfAnHourAndMoreIsSeenWithinAWeek(int minutes) {
        // Given
        long seed = 52;
        double[] offsets = offsets(DAYS + 7, 6, 0, new Random(seed));
        for (int i = DAYS; i < offsets.length; i++) {
            offsets[i] += minutes * MINUTE;
        }

        // When
        Optional<TimeShift> shift = shift(offsets, offsets.length);

        // Then
        assertThat(shift).as("seed %d", seed).hasValueSatisfying(found -> {
            assertThat(found.since()).isBetween(100 + DAYS - 1, 100 + DAYS + 1);
            assertThat(found.seconds() / MINUTE).isBetween(minutes - 6.0, minutes + 6.0);
        });
    }

    @Test
    void aFewLateEveningsAndThenTheOldTimeAgainAreNoMove() {
        // Given
        long seed = 53;
        double[] offsets = offsets(DAYS, 6, 0, new Random(seed));
        for (int i = DAYS - 8; i < DAYS - 5; i++) {
            offsets[i] += 45 * MINUTE;
        }

        // When, Then
        assertThat(shift(offsets, DAYS)).as("seed %d", seed).isEmpty();
    }
}
