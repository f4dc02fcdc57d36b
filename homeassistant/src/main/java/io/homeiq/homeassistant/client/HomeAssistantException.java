package io.homeiq.homeassistant.client;

import org.jspecify.annotations.Nullable;

/** Home Assistant could not be asked, or would not do it. The message is one line that names what, where and the cure, and never the token. */
public final class HomeAssistantException extends RuntimeException {

    /** What went wrong, as far as it matters for what to do next. */
    public enum Kind {
        /** Nobody answers there now; trying again later may help. */
        UNREACHABLE,
        /** The token is wrong or revoked; only a person can help. */
        UNAUTHORIZED,
        /** The token is good, but not an administrator's. */
        FORBIDDEN,
        /** What was asked for is not there. */
        NOT_FOUND,
        /** This Home Assistant does not know the command, because it is older or the integration is not loaded. */
        UNSUPPORTED,
        /** It was understood and refused, for example an automation that is not valid. */
        REFUSED,
        /** No answer in time. */
        TIMEOUT,
        /** The connection ended before the answer came. */
        CLOSED,
        /** The answer is larger than we are willing to hold. */
        TOO_LARGE,
        /** Too many commands wait for an answer already. */
        OVERLOADED,
        /** What came is not what a Home Assistant says. */
        PROTOCOL,
        /** A file of ours that stands in for Home Assistant could not be read or written. */
        FILE
    }

    private final Kind kind;

    public HomeAssistantException(Kind kind, String message) {
        this(kind, message, null);
    }

    public HomeAssistantException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the same may work later without a person doing anything. */
    public boolean isPassing() {
        return switch (kind) {
            case UNREACHABLE, TIMEOUT, CLOSED, OVERLOADED, PROTOCOL, FILE -> true;
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, UNSUPPORTED, REFUSED, TOO_LARGE -> false;
        };
    }
}
