package io.homeiq.homeassistant.cases;

/** A line is no case: what is wrong with it, in one line. */
public final class CaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CaseException(String message) {
        super(message);
    }
}
