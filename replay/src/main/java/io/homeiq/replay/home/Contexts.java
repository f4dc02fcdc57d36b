package io.homeiq.replay.home;

import io.homeiq.contracts.home.Context;
import org.jspecify.annotations.Nullable;

/** Makes contexts of their own, numbered so that the same replay gives the same ones. */
public final class Contexts {

    private long made;

    /**
     * A context of its own.
     *
     * @param parentId the context that led to it
     */
    public Context next(@Nullable String parentId) {
        made++;
        return new Context("01REPLAY%018d".formatted(made), parentId, null);
    }

    /** The same with an id where none is known. */
    public Context known(@Nullable Context context) {
        if (context == null) {
            return next(null);
        }
        return context.id() == null ? new Context(next(null).id(), context.parentId(), context.userId()) : context;
    }
}
