package io.homeiq.homeassistant.template.jinja;

/** The text is no Jinja; the message says why, in words like Jinja's. */
public final class SyntaxError extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SyntaxError(String message) {
        super(message, null, false, false);
    }
}
