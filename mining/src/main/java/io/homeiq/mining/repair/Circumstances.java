package io.homeiq.mining.repair;

import io.homeiq.contracts.home.EntityId;
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
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.SomebodyHome;
import java.time.LocalTime;
import java.util.List;

/** What held at a moment of the remembered past. */
public final class Circumstances {

    private final Household home;

    public Circumstances(Household home) {
        this.home = home;
    }

    /** Whether the condition held just before a moment, in epoch milliseconds; false where that is not known. */
    public boolean hold(Condition condition, long time) {
        return switch (condition) {
            case TimeCondition clock -> isWithin(clock, time);
            case SunCondition sun ->
                isNight(sun) && home.sun().filter(known -> known.isDark(time)).isPresent();
            case StateCondition state ->
                state.entities().stream().allMatch(entity -> state.states().contains(stateBefore(entity, time)));
            case NumericStateCondition number ->
                number.entities().stream().allMatch(entity -> isWithin(number, entity, time));
            case AllOf all -> all.conditions().stream().allMatch(each -> hold(each, time));
            case AnyOf any -> any.conditions().stream().anyMatch(each -> hold(each, time));
            case NoneOf none -> none.conditions().stream().noneMatch(each -> hold(each, time));
            case OpaqueCondition ignored -> false;
        };
    }

    private static boolean isNight(SunCondition sun) {
        return sun.after() == SunEvent.SUNSET && sun.before() == SunEvent.SUNRISE;
    }

    private boolean isWithin(TimeCondition clock, long time) {
        LocalTime now = LocalTime.ofSecondOfDay(home.calendar().secondOfDay(time));
        LocalTime after = clock.after();
        LocalTime before = clock.before();
        boolean begun = after == null || !now.isBefore(after);
        boolean notEnded = before == null || now.isBefore(before);
        boolean overMidnight = after != null && before != null && before.isBefore(after);
        boolean inTime = overMidnight ? begun || notEnded : begun && notEnded;
        boolean onDay = clock.weekdays().isEmpty()
                || clock.weekdays()
                        .contains(home.calendar().weekdayOf(home.calendar().dayOf(time)));
        return inTime && onDay;
    }

    /** The name of the state; "unavailable" where it is not known. */
    String stateBefore(EntityId entity, long time) {
        return home.timeline(entity)
                .map(timeline -> home.states().nameOf(timeline.stateBefore(time)))
                .orElse("unavailable");
    }

    private boolean isWithin(NumericStateCondition number, EntityId entity, long time) {
        if (entity.equals(SomebodyHome.ZONE)) {
            return stateBefore(entity, time).equals(SomebodyHome.OCCUPIED) == (number.above() != null);
        }
        double value = numberBefore(entity, time);
        return (number.above() == null || value > number.above()) && (number.below() == null || value < number.below());
    }

    /** Not a number where it is not known. */
    double numberBefore(EntityId sensor, long time) {
        return home.numbers().of(sensor).map(series -> series.valueBefore(time)).orElse(Float.NaN);
    }

    /** Whether it is known that nobody was there to see what an automation did. */
    boolean isEmptyHome(long time) {
        return List.of(SomebodyHome.EMPTY).contains(stateBefore(SomebodyHome.ZONE, time));
    }
}
