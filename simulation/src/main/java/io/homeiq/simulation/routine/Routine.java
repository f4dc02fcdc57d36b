package io.homeiq.simulation.routine;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A habit of people of a home: when they do what, how punctually, and how often they do not. */
public sealed interface Routine {

    Deed deed();

    PatternKind kind();

    /** The automation that would do the same. */
    Rule rule();

    default String id() {
        return deed().id();
    }

    /**
     * What is done, whatever the occasion.
     *
     * @param id names the routine within its home
     * @param description in plain words
     * @param owner number of the resident who does it, from 0 on
     * @param state that the entity takes
     * @param missed chance that they do not do it on an occasion, 0 to 1
     * @param lasting how it is put back later at no special time
     */
    record Deed(
            String id, String description, int owner, CallService call, String state, double missed, Lasting lasting) {

        public EntityId entity() {
            return call.targets().getFirst();
        }
    }

    /** How long somebody leaves a thing as it is before putting it back, in minutes; not at all if both are 0. */
    record Lasting(double leastMinutes, double mostMinutes) {

        static final Lasting FOREVER = new Lasting(0, 0);

        boolean isForever() {
            return mostMinutes == 0;
        }
    }

    /**
     * Done around a time of day.
     *
     * @param jitterMinutes all acts lie within this of the time, most of them much nearer
     */
    record AtTime(Deed deed, LocalTime time, double jitterMinutes, Set<DayOfWeek> weekdays) implements Routine {

        public AtTime {
            weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        }

        @Override
        public PatternKind kind() {
            return PatternKind.TIME_OF_DAY;
        }

        @Override
        public Rule rule() {
            return new Rule(
                    List.of(TimeTrigger.at(time)),
                    weekdays.size() == DayOfWeek.values().length ? List.of() : List.of(TimeCondition.on(weekdays)),
                    List.of(deed.call()));
        }
    }

    /** Done soon after something else. */
    record After(Deed deed, Occasion occasion, Delay delay) implements Routine {

        @Override
        public PatternKind kind() {
            return PatternKind.TRIGGER_ACTION;
        }

        @Override
        public Rule rule() {
            return new Rule(
                    List.of(StateTrigger.of(occasion.entity(), occasion.from(), occasion.to())),
                    occasion.hours().map(List::<Condition>of).orElse(List.of()),
                    List.of(deed.call()));
        }
    }

    /** How soon after the occasion, in seconds. */
    record Delay(double leastSeconds, double mostSeconds) {}

    /**
     * Something that people answer.
     *
     * @param fromHour first hour of the day in which they do
     * @param untilHour the hour in which they stop; 24 for midnight
     */
    record Occasion(EntityId entity, String from, String to, int fromHour, int untilHour) {

        private static final int MIDNIGHT = 24;

        /** At any hour. */
        static Occasion of(String entity, String from, String to) {
            return new Occasion(new EntityId(entity), from, to, 0, MIDNIGHT);
        }

        boolean holdsAt(LocalTime time) {
            return time.getHour() >= fromHour && time.getHour() < untilHour;
        }

        /** The hours as a condition; empty if it holds at all hours. */
        Optional<TimeCondition> hours() {
            if (fromHour == 0 && untilHour == MIDNIGHT) {
                return Optional.empty();
            }
            LocalTime until = LocalTime.of(untilHour % MIDNIGHT, 0);
            return Optional.of(new TimeCondition(LocalTime.of(fromHour, 0), until, Set.of()));
        }
    }
}
