package io.homeiq.replay.home;

import io.homeiq.contracts.home.Context;
import org.jspecify.annotations.Nullable;

/** Makes contexts of their own, numbered so that the same replay gives the same ones. */
public final class Contexts {

    private static final String PREFIX = "01REPLAY";

    /** As many as a number has digits. */
    private static final String ZEROS = "000000000000000000";

    private long made;

    /**
     * A context of its own.
     *
     * @param parentId the context that led to it
     */
    public Context next(@Nullable String parentId) {
        made++;
        String number = Long.toString(made);
        return new Context(PREFIX + ZEROS.substring(number.length()) + number, parentId, null);
    }

    /** Whether it was made here, and not in the history that is lived through. */
    public static boolean isOurs(Context context) {
        return context.id() != null && context.id().startsWith(PREFIX);
    }

    /** The same with an id where none is known. */
    public Context known(@Nullable Context context) {
        if (context == null) {
            return next(null);
        }
        return context.id() == null ? new Context(next(null).id(), context.parentId(), context.userId()) : context;
    }
}
