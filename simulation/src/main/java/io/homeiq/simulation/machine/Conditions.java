package io.homeiq.simulation.machine;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.simulation.engine.World;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Whether the conditions of the sample home's automations hold at a moment. */
final class Conditions {

    private Conditions() {}

    static boolean hold(Condition condition, World world) {
        return switch (condition) {
            case StateCondition state ->
                state.entities().stream().allMatch(entity -> state.states().contains(world.state(entity)));
            case TimeCondition time -> isWithin(time, world.clock().dateTimeAt(world.now()));
            default -> throw new IllegalArgumentException("cannot be simulated: the condition " + condition);
        };
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
