package io.homeiq.mining.habit;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.LocalDays;
import io.homeiq.mining.timeline.NumberSeries;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossingsTest {

    private static final int FIRST_DAY = 20_000;
    private static final LocalDays CALENDAR = new LocalDays(ZoneOffset.UTC);
    private static final DayRange DAYS = new DayRange(FIRST_DAY, FIRST_DAY + 2);

    @ParameterizedTest(name = "seed {0}, above: {1}, at most {2}")
    @CsvSource({"1, true, 1000000", "2, false, 1000000", "3, true, 5", "4, false, 5", "5, true, 0", "6, false, 0"})
    void manyLimitsAtOnceAreCrossedWhenEachAloneIs(long seed, boolean above, int most) {
        // Given readings of a few numbers, some of them none, before, on and after the days; and limits, some the same
        SplittableRandom random = new SplittableRandom(seed);
        NumberSeries series = new NumberSeries();
        for (int minute = -600; minute < 5_000; minute += 3) {
            float number = random.nextInt(20) == 0 ? Float.NaN : random.nextInt(12) / 2f;
            series.add(CALENDAR.startOf(FIRST_DAY) + minute * 60_000L, number);
        }
        double[] limits = random.doubles(16, 0, 6)
                .map(limit -> Math.round(limit * 4) / 4.0)
                .sorted()
                .toArray();

        // When
        long[][] crossed = Crossings.of(series, CALENDAR, DAYS, above, limits, most);

        // Then
        for (int i = 0; i < limits.length; i++) {
            assertThat(crossed[i])
                    .as("seed %d, limit %s", seed, limits[i])
                    .containsExactly(oneByOne(series, new Limit(above, limits[i]), most + 1L));
        }
    }

    private static long[] oneByOne(NumberSeries series, Limit limit, long atMost) {
        LongStream.Builder times = LongStream.builder();
        int end = series.firstAtOrAfter(CALENDAR.startOf(DAYS.last() + 1));
        for (int i = series.firstAtOrAfter(CALENDAR.startOf(DAYS.first())); i < end; i++) {
            if (limit.matches(series.valueAt(i)) && !limit.matches(series.valueAt(i - 1))) {
                times.add(series.timeAt(i));
            }
        }
        return times.build().limit(atMost).toArray();
    }
}
