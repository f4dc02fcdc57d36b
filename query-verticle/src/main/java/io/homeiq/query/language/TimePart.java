package io.homeiq.query.language;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.SunEvent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;

/** What a piece of a sentence says of time. */
sealed interface TimePart {

    /**
     * At this time of the clock.
     *
     * @param open whether it was left open which half of the day is meant
     */
    record AtClock(LocalTime time, boolean open) implements TimePart {}

    /** At, before or after an event of the sun. */
    record AtSun(SunEvent event, Duration offset) implements TimePart {}

    /** On these days only. */
    record OnDays(Set<DayOfWeek> days) implements TimePart {

        public OnDays {
            days = Set.copyOf(days);
        }
    }

    /** In this part of the day. */
    record InPart(DayPart part) implements TimePart {}

    /** Only while this holds. */
    record While(Condition condition) implements TimePart {}

    /** For so long. */
    record Lasting(Duration duration) implements TimePart {}

    /**
     * Something about time that cannot be taken.
     *
     * @param reason why, as a sentence without its full stop
     */
    record Unclear(String reason) implements TimePart {}
}
