package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.NumberWalk;
import io.homeiq.mining.timeline.SomebodyHome;
import io.homeiq.mining.timeline.StateWalk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/** A circumstance under which a habit holds, found from the data. */
public sealed interface Guard permits HourBand, Guard.Dark, Guard.OnDays, Guard.InState, Guard.Beyond {

    /** Whether it is so just before a moment, in epoch milliseconds; false where that is not known. */
    boolean holdsAt(Household home, long time);

    /** The same for many moments, best in order: what has to be looked up for it is looked up once. */
    default LongPredicate in(Household home) {
        return time -> holdsAt(home, time);
    }

    Condition condition(Household home);

    /** Between sunset and sunrise. */
    record Dark() implements Guard {

        @Override
        public boolean holdsAt(Household home, long time) {
            return home.sun().filter(sun -> sun.isDark(time)).isPresent();
        }

        @Override
        public Condition condition(Household home) {
            return new SunCondition(SunEvent.SUNSET, SunEvent.SUNRISE, Duration.ZERO, Duration.ZERO);
        }
    }

    /** On some days of the week. */
    record OnDays(Set<DayOfWeek> weekdays) implements Guard {

        @Override
        public boolean holdsAt(Household home, long time) {
            return weekdays.contains(home.calendar().weekdayOf(home.calendar().dayOf(time)));
        }

        @Override
        public Condition condition(Household home) {
            return TimeCondition.on(weekdays);
        }
    }

    /** While another entity is in a state. */
    record InState(EntityId entity, short state) implements Guard {

        @Override
        public boolean holdsAt(Household home, long time) {
            return in(home).test(time);
        }

        @Override
        public LongPredicate in(Household home) {
            return home.timeline(entity)
                    .map(StateWalk::new)
                    .<LongPredicate>map(walk -> time -> walk.stateBefore(time) == state)
                    .orElse(time -> false);
        }

        @Override
        public Condition condition(Household home) {
            String name = home.states().nameOf(state);
            if (!entity.equals(SomebodyHome.ZONE)) {
                return StateCondition.of(entity, name);
            }
            // The zone's state is how many people are in it.
            boolean occupied = name.equals(SomebodyHome.OCCUPIED);
            return new NumericStateCondition(List.of(entity), null, occupied ? 0.0 : null, occupied ? null : 1.0);
        }
    }

    /** While a number lies beyond a limit. */
    record Beyond(EntityId sensor, Limit limit) implements Guard {

        @Override
        public boolean holdsAt(Household home, long time) {
            return in(home).test(time);
        }

        @Override
        public LongPredicate in(Household home) {
            return home.numbers()
                    .of(sensor)
                    .map(NumberWalk::new)
                    .<LongPredicate>map(walk -> time -> limit.matches(walk.valueBefore(time)))
                    .orElse(time -> false);
        }

        @Override
        public Condition condition(Household home) {
            return new NumericStateCondition(List.of(sensor), null, limit.aboveOrNull(), limit.belowOrNull());
        }
    }
}
