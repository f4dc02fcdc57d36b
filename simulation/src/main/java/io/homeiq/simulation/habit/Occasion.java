package io.homeiq.simulation.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.Trigger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What people do something on. */
sealed interface Occasion {

    /**
     * A time of day.
     *
     * @param minuteOfDay below 1,440
     * @param spread in minutes
     */
    record AtClock(int minuteOfDay, Set<DayOfWeek> weekdays, double spread) implements Occasion {

        public AtClock {
            weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        }
    }

    /**
     * The sun's rising or setting.
     *
     * @param spread in minutes
     */
    record AtSun(SunEvent event, Duration offset, double spread) implements Occasion {}

    /**
     * Something happens.
     *
     * @param trigger of state or number
     * @param signals other entities that tell of the same
     * @param spread of a time that the trigger waits for, as a share of it
     * @param rest how long after one answer the next is not given, in seconds
     */
    record OnTrigger(Trigger trigger, List<EntityId> signals, double spread, double rest) implements Occasion {

        public OnTrigger {
            signals = List.copyOf(signals);
        }
    }

    /**
     * No occasion: people begin as they feel like it.
     *
     * @param perDay how often a day
     * @param fromHour first hour in which they do
     * @param hours for how many hours
     */
    record AtWhim(double perDay, int fromHour, double hours) implements Occasion {}
}
