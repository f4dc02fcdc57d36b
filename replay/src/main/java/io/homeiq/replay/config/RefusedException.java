package io.homeiq.replay.config;

/** Home Assistant does not load an automation that says this; the message is for people. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }
}
