package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.NumberSeries;
import java.time.Duration;
import java.util.List;

/**
 * People do it soon after a number has crossed a limit.
 *
 * @param limit crossed from not beyond it to beyond it, as Home Assistant's trigger does; after an absence of the sensor
 *     the first number beyond it counts as crossing
 * @param withinMillis how soon
 * @param guards what must hold as well when it happens; empty: it holds always
 */
public record NumericThresholdHabit(Deed deed, EntityId sensor, Limit limit, long withinMillis, List<Guard> guards)
        implements AnswerHabit {

    public NumericThresholdHabit {
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

    public NumericStateTrigger trigger() {
        return new NumericStateTrigger(List.of(sensor), null, limit.aboveOrNull(), limit.belowOrNull(), Duration.ZERO);
    }

    @Override
    public long[] moments(Household home, DayRange range) {
        NumberSeries series = home.numbers().of(sensor).orElseThrow();
        double[] only = {limit.value()};
        return Crossings.of(series, home.calendar(), range, limit.above(), only, Integer.MAX_VALUE)[0];
    }
}
