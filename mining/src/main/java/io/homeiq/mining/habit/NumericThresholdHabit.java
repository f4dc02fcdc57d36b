package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.NumberSeries;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * People do it soon after a number has crossed a limit.
 *
 * @param limit crossed from not beyond it to beyond it, as Home Assistant's trigger does; after an absence of the sensor
 *     the first number beyond it counts as crossing
 * @param withinMillis how soon
 * @param guards what must hold as well when it happens; empty: it holds always
 */
record NumericThresholdHabit(Deed deed, EntityId sensor, Limit limit, long withinMillis, List<Guard> guards)
        implements AnswerHabit {

    private static final int INITIAL_CAPACITY = 64;

    NumericThresholdHabit {
        guards = List.copyOf(guards);
    }

    @Override
    public PatternKind kind() {
        return PatternKind.NUMERIC_THRESHOLD;
    }

    @Override
    public EntityId cause() {
        return sensor;
    }

    @Override
    public NumericThresholdHabit with(long delayMillis, List<Guard> conditions) {
        return new NumericThresholdHabit(deed, sensor, limit, delayMillis, conditions);
    }

    NumericStateTrigger trigger() {
        return new NumericStateTrigger(List.of(sensor), null, limit.aboveOrNull(), limit.belowOrNull(), Duration.ZERO);
    }

    @Override
    public long[] moments(Household home, DayRange range) {
        return crossings(home, range, Integer.MAX_VALUE);
    }

    /**
     * When the limit was crossed. Written as a loop, since thousands of limits are tried over long series.
     *
     * @param most the search ends when there are more, with one more than that
     */
    long[] crossings(Household home, DayRange range, int most) {
        NumberSeries series = home.numbers().of(sensor).orElseThrow();
        int first = Math.max(1, series.firstAtOrAfter(home.calendar().startOf(range.first())));
        int end = series.firstAtOrAfter(home.calendar().startOf(range.last() + 1));
        long[] times = new long[INITIAL_CAPACITY];
        int count = 0;
        boolean beyond = first < end && limit.matches(series.valueAt(first - 1));
        for (int i = first; i < end && count <= most; i++) {
            boolean before = beyond;
            beyond = limit.matches(series.valueAt(i));
            if (beyond && !before) {
                times = count < times.length ? times : Arrays.copyOf(times, 2 * count);
                times[count++] = series.timeAt(i);
            }
        }
        return Arrays.copyOf(times, count);
    }
}
