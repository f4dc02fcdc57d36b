package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Runs;
import io.homeiq.mining.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Something that others may follow: an entity takes a state, or an automation, script or scene runs.
 *
 * @param state code of the state; {@link Runs#RUN} for a run
 */
record Leader(EntityId entity, short state) {

    boolean isRun() {
        return state == Runs.RUN;
    }

    @Nullable
    Timeline timeline(Household home) {
        return isRun() ? home.runs().all().get(entity) : home.timelines().get(entity);
    }

    /** Whether it happened within the span of seconds before a moment. */
    boolean happened(Household home, Span before, long time) {
        Timeline timeline = timeline(home);
        if (timeline == null) {
            return false;
        }
        long last = time - before.fromMillis();
        for (int i = timeline.firstAtOrAfter(time - before.untilMillis());
                i < timeline.size() && timeline.timeAt(i) <= last;
                i++) {
            if (timeline.stateAt(i) == state) {
                return true;
            }
        }
        return false;
    }
}
