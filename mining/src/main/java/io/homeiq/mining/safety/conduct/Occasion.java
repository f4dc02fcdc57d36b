package io.homeiq.mining.safety.conduct;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.Verbatim;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that starts a run. A trigger on several entities or at several times is several occasions. */
public sealed interface Occasion {

    /** The name that conditions within the automation know it by; empty if it has none. */
    String id();

    /**
     * An entity takes another state.
     *
     * @param attribute the attribute that must change; null: the state
     * @param from any of these before; empty: whatever it was
     * @param to any of these after; empty: whatever it becomes
     * @param notFrom none of these before
     * @param notTo none of these after
     * @param hold how long it must stay so
     * @param anyChange whether a change of attributes alone is one
     */
    record Becomes(
            EntityId entity,
            @Nullable String attribute,
            Set<String> from,
            Set<String> to,
            Set<String> notFrom,
            Set<String> notTo,
            Duration hold,
            boolean anyChange,
            String id)
            implements Occasion {

        /** Whether a change into this state can be the occasion. */
        public boolean admits(String state) {
            return attribute == null && (to.isEmpty() || to.contains(state)) && !notTo.contains(state);
        }
    }

    /**
     * A number comes to lie within strict bounds.
     *
     * @param attribute the attribute that is the number; null: the state
     * @param above null: no lower bound
     * @param below null: no upper bound
     */
    record Crosses(
            EntityId entity,
            @Nullable String attribute,
            @Nullable Double above,
            @Nullable Double below,
            Duration hold,
            String id)
            implements Occasion {

        /** Whether the number must lie within the bounds. */
        public boolean admits(double value) {
            return (above == null || value > above) && (below == null || value < below);
        }
    }

    /**
     * The home's clock shows a time.
     *
     * @param weekdays only on these; empty: on all
     */
    record AtClock(LocalTime time, Set<DayOfWeek> weekdays, String id) implements Occasion {}

    /** Sunrise or sunset, so much later; earlier if negative. */
    record AtSun(SunEvent event, Duration offset, String id) implements Occasion {}

    /**
     * Again and again.
     *
     * @param perDay how often on a day
     * @param text as it was written, to tell equal ones
     */
    record EverySoOften(int perDay, String text, String id) implements Occasion {}

    /**
     * Something of which only the outside is known: an event, a template, a message.
     *
     * @param kind Home Assistant's word for it
     * @param source as it was written, in today's spelling and without its id
     * @param mentioned entities named anywhere in it
     */
    record Other(String kind, Verbatim source, Set<EntityId> mentioned, String id) implements Occasion {}
}
