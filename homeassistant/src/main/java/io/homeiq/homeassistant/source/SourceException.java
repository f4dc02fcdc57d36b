package io.homeiq.homeassistant.source;

import org.jspecify.annotations.Nullable;

/**
 * A file of Home Assistant's cannot be read, or a new one cannot be written. The message is one line that says what,
 * where and what helps.
 */
public final class SourceException extends RuntimeException {

    /** What is wrong with the file. */
    public enum Kind {
        /** There is no such file. */
        MISSING,
        /** It is there, but may not be read or written, or the disk fails or is full. */
        INACCESSIBLE,
        /** It is nothing that is understood. */
        UNKNOWN_FORMAT,
        /** A database of a Home Assistant that is too old. */
        TOO_OLD,
        /** It is cut off or holds bytes that make no sense. */
        DAMAGED,
        /** Another process keeps it locked. */
        BUSY,
        /** It says something that cannot be, such as a time zone that does not exist. */
        INVALID
    }

    private final Kind kind;

    public SourceException(Kind kind, String message) {
        this(kind, message, null);
    }

    public SourceException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
