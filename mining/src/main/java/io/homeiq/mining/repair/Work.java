package io.homeiq.mining.repair;

import io.homeiq.contracts.home.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * One run of an automation and what became of it. Times are epoch milliseconds.
 *
 * @param ranAt when it was triggered
 * @param entity the first entity that it changed; null where everything was as wanted already
 * @param state to which
 * @param actedAt when; {@link #NEVER} where it changed nothing
 * @param undoneAt when a person undid that, soon after; {@link #NEVER} if nobody did
 */
public record Work(
        long ranAt, @Nullable EntityId entity, @Nullable String state, long actedAt, long undoneAt) {

    /** No such moment. */
    public static final long NEVER = Long.MIN_VALUE;

    static Work begun(long ranAt) {
        return new Work(ranAt, null, null, NEVER, NEVER);
    }

    Work acted(EntityId on, String to, long at) {
        return new Work(ranAt, on, to, at, undoneAt);
    }

    Work undone(long at) {
        return new Work(ranAt, entity, state, actedAt, at);
    }

    public boolean hasActed() {
        return actedAt != NEVER;
    }

    public boolean isUndone() {
        return undoneAt != NEVER;
    }
}
