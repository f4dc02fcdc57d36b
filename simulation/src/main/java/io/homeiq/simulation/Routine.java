package io.homeiq.simulation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A habit of the people of a sample home: when they do what, how punctually, and how often they do not. */
sealed interface Routine {

    String id();

    /** What they do. */
    CallService call();

    /** The state that results. */
    String state();

    /** The chance that they do not do it on an occasion, 0 to 1. */
    double missed();

    PatternKind kind();

    Rule rule();

    default EntityId entity() {
        return call().targets().getFirst();
    }

    /**
     * Done around a time of day.
     *
     * @param jitterMinutes most of the acts lie within this of the time
     */
    record AtTime(
            String id,
            CallService call,
            String state,
            double missed,
            LocalTime time,
            int jitterMinutes,
            Set<DayOfWeek> weekdays)
            implements Routine {

        static final Set<DayOfWeek> EVERY_DAY = Set.copyOf(EnumSet.allOf(DayOfWeek.class));

        @Override
        public PatternKind kind() {
            return PatternKind.TIME_OF_DAY;
        }

        @Override
        public Rule rule() {
            return new Rule(
                    List.of(TimeTrigger.at(time)),
                    weekdays.size() == EVERY_DAY.size() ? List.of() : List.of(TimeCondition.on(weekdays)),
                    List.of(call));
        }
    }

    /**
     * Done soon after something else.
     *
     * @param fromHour first hour of the day in which they do
     * @param untilHour the hour in which they stop; 24 for midnight
     */
    record After(
            String id,
            CallService call,
            String state,
            double missed,
            EntityId trigger,
            String from,
            String to,
            int leastSeconds,
            int mostSeconds,
            int fromHour,
            int untilHour)
            implements Routine {

        @Override
        public PatternKind kind() {
            return PatternKind.TRIGGER_ACTION;
        }

        boolean holdsAt(LocalTime time) {
            return time.getHour() >= fromHour && time.getHour() < untilHour;
        }

        @Override
        public Rule rule() {
            boolean allDay = fromHour == 0 && untilHour == 24;
            return new Rule(
                    List.of(StateTrigger.of(trigger, from, to)),
                    allDay
                            ? List.of()
                            : List.of(new TimeCondition(
                                    LocalTime.of(fromHour, 0), LocalTime.of(untilHour % 24, 0), Set.of())),
                    List.of(call));
        }
    }
}
