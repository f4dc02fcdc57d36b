package io.homeiq.replay.fault;

/** A part of an automation failed at this moment. Thrown often and always caught, so it carries no stack trace. */
public final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What went wrong, which decides who catches it. */
    public enum Kind {
        /** A template could not be rendered. */
        TEMPLATE,
        /** A condition could not be evaluated. */
        CONDITION,
        /** A value that was rendered does not fit its place. */
        INVALID,
        /** There is no such service. */
        SERVICE_NOT_FOUND,
        /** Any other failure of Home Assistant, which {@code continue_on_error} passes over. */
        HOME_ASSISTANT,
        /** Anything else that Python raises. */
        UNEXPECTED,
        /** Nothing of Home Assistant's: a part that cannot be replayed was reached. */
        UNSUPPORTED
    }

    private final Kind kind;
    private final String reason;

    public Fault(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.reason = message;
    }

    /** One line for people. */
    public String reason() {
        return reason;
    }

    public Kind kind() {
        return kind;
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** Home Assistant's own errors, unlike those of Python. */
    public boolean isHomeAssistants() {
        return kind != Kind.UNEXPECTED && kind != Kind.INVALID && kind != Kind.UNSUPPORTED;
    }

    /** Errors of the automation's text, which {@code continue_on_error} does not pass over. */
    public boolean isConfiguration() {
        return kind != Kind.HOME_ASSISTANT && kind != Kind.UNEXPECTED;
    }
}
