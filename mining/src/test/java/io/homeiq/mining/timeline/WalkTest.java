package io.homeiq.mining.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WalkTest {

    private static final long SEED = 23;
    private static final long SPAN_MILLIS = 10_000_000;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Timeline timeline = new Timeline();
    private final NumberSeries series = new NumberSeries();

    private void fill() {
        for (int i = 0; i < 2_000; i++) {
            long time = random.nextLong(SPAN_MILLIS);
            timeline.add(time, (short) (2 + random.nextInt(4)), Timeline.NO_LEVEL, true);
        }
        for (long time = 0; time < SPAN_MILLIS; time += 1 + random.nextInt(60_000)) {
            series.add(time, random.nextInt(10) == 0 ? Float.NaN : random.nextInt(100));
        }
    }

    @Test
    void findsTheSameAsALookFromTheBeginningWhereverItGoes() {
        // Given
        fill();
        StateWalk states = new StateWalk(timeline);
        NumberWalk numbers = new NumberWalk(series);
        long time = -1_000;

        for (int i = 0; i < 5_000; i++) {
            // When it goes on a little, far, not at all or back
            boolean back = time > SPAN_MILLIS || random.nextInt(50) == 0;
            time = back ? random.nextLong(SPAN_MILLIS) - 1_000 : time + random.nextLong(1L << random.nextInt(1, 20));

            // Then
            assertThat(states.stateBefore(time))
                    .as("seed %d, at %d", SEED, time)
                    .isEqualTo(timeline.stateBefore(time));
            // Boxed, since what is not a number equals itself only then.
            assertThat(numbers.valueBefore(time))
                    .as("seed %d, at %d", SEED, time)
                    .isEqualTo(Float.valueOf(series.valueBefore(time)));
        }
    }

    @Test
    void findsNothingInWhatIsEmpty() {
        // Given
        StateWalk states = new StateWalk(timeline);
        NumberWalk numbers = new NumberWalk(series);

        // When
        short state = states.stateBefore(5);
        float number = numbers.valueBefore(5);

        // Then
        assertThat(state).isEqualTo(StateNames.ABSENT);
        assertThat(number).isNaN();
    }
}
