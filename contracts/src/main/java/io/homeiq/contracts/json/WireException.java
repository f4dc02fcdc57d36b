package io.homeiq.contracts.json;

/** JSON that cannot be read into, or written from, what was asked for. Its message is one line that names what and where. */
public final class WireException extends RuntimeException {

    private final Kind kind;

    WireException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    WireException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Why it failed, for callers that act on it. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong with the text or the value. */
    public enum Kind {
        /** The text is no JSON, or does not fit what it should say. */
        UNREADABLE,
        /** The value has no JSON form. */
        UNWRITABLE,
        /** The message is longer than the bus allows. */
        TOO_LARGE
    }
}
