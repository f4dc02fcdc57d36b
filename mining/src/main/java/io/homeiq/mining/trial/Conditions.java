package io.homeiq.mining.trial;

import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.OpaqueCondition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.mining.sun.Sun;
import io.homeiq.mining.timeline.LocalDays;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Whether conditions hold now, by the states as they are, the clock on the wall and the sun. */
final class Conditions {

    private final Snapshot states;
    private final LocalDays calendar;
    private final @Nullable Sun sun;

    Conditions(Snapshot states, LocalDays calendar, @Nullable Sun sun) {
        this.states = states;
        this.calendar = calendar;
        this.sun = sun;
    }

    boolean hold(List<Condition> conditions, long time) {
        return conditions.stream().allMatch(condition -> holds(condition, time));
    }

    private boolean holds(Condition condition, long time) {
        return switch (condition) {
            case StateCondition state ->
                state.entities().stream()
                        .allMatch(entity -> states.of(entity)
                                .filter(now -> state.states().contains(now.state())
                                        && time - now.since() >= state.heldFor().toMillis())
                                .isPresent());
            case NumericStateCondition number ->
                number.entities().stream()
                        .allMatch(entity -> states.of(entity)
                                .filter(now -> Band.of(number).contains(now.number(number.attribute())))
                                .isPresent());
            case TimeCondition clock -> isWithin(clock, time);
            case SunCondition event -> isWithin(event, time);
            case AllOf all -> hold(all.conditions(), time);
            case AnyOf any -> any.conditions().stream().anyMatch(each -> holds(each, time));
            case NoneOf none -> none.conditions().stream().noneMatch(each -> holds(each, time));
            case OpaqueCondition ignored -> false;
        };
    }

    private boolean isWithin(TimeCondition clock, long time) {
        LocalTime now = LocalTime.ofSecondOfDay(calendar.secondOfDay(time));
        LocalTime after = clock.after();
        LocalTime before = clock.before();
        boolean begun = after == null || !now.isBefore(after);
        boolean notEnded = before == null || now.isBefore(before);
        boolean overMidnight = after != null && before != null && before.isBefore(after);
        boolean onDay =
                clock.weekdays().isEmpty() || clock.weekdays().contains(calendar.weekdayOf(calendar.dayOf(time)));
        return onDay && (overMidnight ? begun || notEnded : begun && notEnded);
    }

    /** Only "after sunset and before sunrise" is one night; else both lie on the same local day. */
    private boolean isWithin(SunCondition condition, long time) {
        if (sun == null) {
            return false;
        }
        int day = calendar.dayOf(time);
        OptionalLong after = at(condition.after(), day);
        OptionalLong before = at(condition.before(), day);
        if (condition.after() != null && after.isEmpty() || condition.before() != null && before.isEmpty()) {
            return false;
        }
        boolean begun = after.isEmpty()
                || time >= after.getAsLong() + condition.afterOffset().toMillis();
        boolean notEnded = before.isEmpty()
                || time < before.getAsLong() + condition.beforeOffset().toMillis();
        boolean night = condition.after() == SunEvent.SUNSET && condition.before() == SunEvent.SUNRISE;
        return night ? begun || notEnded : begun && notEnded;
    }

    private OptionalLong at(@Nullable SunEvent event, int day) {
        return event == null || sun == null ? OptionalLong.empty() : sun.at(event, day);
    }
}
