package io.homeiq.bus;

import org.jspecify.annotations.Nullable;

/** What the bus could not do, in one line that names what, where and the cure. */
public final class BusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a caller may want to tell apart. */
    public enum Kind {
        /** As many messages or bytes wait as may wait. */
        QUEUE_FULL,
        /** The payload is larger than {@link Message#MAX_PAYLOAD_BYTES}. */
        TOO_LARGE,
        /** The bus was closed. */
        CLOSED,
        /** No answer within the time allowed. */
        TIMEOUT,
        /** The broker said no. */
        REFUSED,
        /** The embedded broker could not open its port. */
        PORT_IN_USE,
        /** The embedded broker could not start for another reason. */
        BROKEN
    }

    private final Kind kind;

    public BusException(Kind kind, String message) {
        this(kind, message, null);
    }

    public BusException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** For a payload beyond {@link Message#MAX_PAYLOAD_BYTES}. */
    public static BusException tooLarge(Message message) {
        return new BusException(
                Kind.TOO_LARGE,
                "a message on " + message.topic() + " has " + message.payload().length() + " bytes, at most "
                        + Message.MAX_PAYLOAD_BYTES + " can be published");
    }

    public Kind kind() {
        return kind;
    }
}
