package io.homeiq.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A database file could not be opened, read or written. The message names the file, what went wrong and the cure. */
public final class StoreException extends RuntimeException {

    /** The low byte of SQLite's result codes is the primary code; the rest says more. */
    private static final int PRIMARY_CODE = 0xff;

    private final Kind kind;

    public StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What a caller may tell apart. */
    public enum Kind {
        /** No space is left. Nothing of the change was stored, what was stored before is safe; it works again when there is space. */
        DISK_FULL,
        /** Others held the database for longer than is waited for; trying again may help. */
        BUSY,
        /** Another writer has the file, and only one is allowed. */
        IN_USE,
        /** The content is damaged. The file was not changed. */
        CORRUPT,
        /** The file is something else. It was not changed. */
        FOREIGN,
        /** A newer version of the program wrote the file. It was not changed. */
        NEWER_VERSION,
        /** There is no such file. */
        MISSING,
        /** It was closed, or is not open yet. */
        CLOSED,
        /** Anything else, such as a missing permission. */
        FAILED
    }

    /**
     * Says in plain words what SQLite reported.
     *
     * @param action what was being done, for example {@code append 20 events}
     */
    public static StoreException of(Path file, String action, SQLException cause) {
        Kind kind = kindOf(cause);
        String what = "Cannot " + action + " in " + file + ": ";
        return new StoreException(kind, what + describe(kind, file, cause), cause);
    }

    static Kind kindOf(SQLException cause) {
        if (cause instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            return Kind.DISK_FULL;
        }
        return switch (cause.getErrorCode() & PRIMARY_CODE) {
            case 13 -> Kind.DISK_FULL;
            case 5, 6 -> Kind.BUSY;
            case 11 -> Kind.CORRUPT;
            case 26 -> Kind.FOREIGN;
            default -> Kind.FAILED;
        };
    }

    private static String describe(Kind kind, Path file, SQLException cause) {
        return switch (kind) {
            case DISK_FULL -> "the disk is full. Nothing already stored is lost; free some space and it goes on.";
            case BUSY ->
                "another process held the database for too long. It is tried again; if this stays, look for a hanging process.";
            case CORRUPT -> "the file is damaged. Restore a copy of it, or move it away and start with a new one.";
            case FOREIGN -> "the file is not a database. Name another file, or move this one away.";
            default ->
                cause.getMessage() + ". Check that " + file.toAbsolutePath().getParent()
                        + " exists and that this user may write there.";
        };
    }

    public Kind kind() {
        return kind;
    }
}
