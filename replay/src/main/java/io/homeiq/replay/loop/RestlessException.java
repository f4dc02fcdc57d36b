package io.homeiq.replay.loop;

/** The automation sets itself off without end, or more often than is looked at. */
public final class RestlessException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RestlessException() {
        this("the automation does not come to rest at one instant");
    }

    public RestlessException(String message) {
        super(message);
    }
}
