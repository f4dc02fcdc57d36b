package io.homeiq.simulation.machine;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.simulation.engine.World;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Whether the conditions of automations and habits hold at a moment. */
public final class Conditions {

    /** The sun is down when its centre is this low. */
    private static final double HORIZON_DEGREES = -0.833;

    private Conditions() {}

    /** Sun conditions are understood as far as they mean "after sunset and before sunrise". */
    public static boolean hold(Condition condition, World world) {
        return switch (condition) {
            case StateCondition state ->
                state.entities().stream().allMatch(entity -> state.states().contains(world.state(entity)));
            case TimeCondition time -> isWithin(time, world.clock().dateTimeAt(world.now()));
            case NumericStateCondition number ->
                number.entities().stream().allMatch(entity -> isWithin(number, world.state(entity)));
            case SunCondition night
            when night.after() == SunEvent.SUNSET && night.before() == SunEvent.SUNRISE ->
                world.clock().sunAltitudeAt(world.now()) < HORIZON_DEGREES;
            default -> throw new IllegalArgumentException("cannot be simulated: the condition " + condition);
        };
    }

    private static boolean isWithin(NumericStateCondition condition, String state) {
        double value = Double.parseDouble(state);
        return (condition.above() == null || value > condition.above())
                && (condition.below() == null || value < condition.below());
    }

    private static boolean isWithin(TimeCondition condition, ZonedDateTime now) {
        LocalTime time = now.toLocalTime();
        boolean day = condition.weekdays().isEmpty() || condition.weekdays().contains(now.getDayOfWeek());
        return day && isBetween(condition.after(), condition.before(), time);
    }

    private static boolean isBetween(@Nullable LocalTime after, @Nullable LocalTime before, LocalTime time) {
        boolean begun = after == null || !time.isBefore(after);
        boolean open = before == null || time.isBefore(before);
        boolean overMidnight = after != null && before != null && after.isAfter(before);
        return overMidnight ? begun || open : begun && open;
    }
}
