package io.homeiq.app.runtime;

/** The process cannot start; one line names what, where and the cure. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(String line, Throwable cause) {
        super(line, cause);
    }
}
