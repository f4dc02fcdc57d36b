package io.homeiq.replay.run;

/** A run ends here on purpose. Always caught, so it carries no stack trace. */
public final class Halt extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why, which decides how far it goes. */
    public enum Kind {
        /** A condition among the actions did not hold: ends this list of actions only. */
        CONDITION,
        /** The action {@code stop}: ends the whole run. */
        STOP,
        /** It cannot go on, as after a timeout: ends the whole run. */
        ABORT,
        /** Somebody ended it from outside. */
        CANCELLED
    }

    private final Kind kind;

    public Halt(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
