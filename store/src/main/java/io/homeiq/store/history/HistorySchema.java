package io.homeiq.store.history;

import io.homeiq.store.StoreException;
import io.homeiq.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The tables of a history, and the version of them that a file has. */
final class HistorySchema {

    /** Marks our files: "HIQ1" in ASCII, in the header's field for it. */
    static final int APPLICATION_ID = 0x48495131;

    static final int VERSION = 1;

    /*
     * events.time    microseconds since 1970. The unique index is by millisecond, because some sources know no more:
     *                a truncated and an exact time of the same change are the same event. It also serves reading by time.
     * events.state   for a change the state after it; for other kinds what tells two of one subject and millisecond
     *                apart: the context id, and for service calls the targets.
     * events.detail  for a change the state before; for a call its targets; for an automation the words for its trigger.
     * events.seq     SQLite gives the highest one plus 1. Rows are never deleted, so no number comes twice and none is left out.
     * enriched_by    the later source that completed the row, if one did.
     * Contexts stay in the row: nearly every one belongs to one event only.
     */
    private static final String TABLES = """
            CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
            CREATE TABLE subjects (
                id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind INTEGER NOT NULL, UNIQUE (name, kind)) STRICT;
            CREATE TABLE attributes (id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, content TEXT NOT NULL) STRICT;
            CREATE INDEX attributes_by_hash ON attributes (hash);
            CREATE TABLE events (
                seq INTEGER PRIMARY KEY,
                time INTEGER NOT NULL,
                subject INTEGER NOT NULL REFERENCES subjects,
                state TEXT NOT NULL,
                detail TEXT,
                attributes INTEGER REFERENCES attributes,
                context TEXT,
                parent TEXT,
                user TEXT,
                source INTEGER NOT NULL REFERENCES sources,
                enriched_by INTEGER REFERENCES sources) STRICT;
            CREATE UNIQUE INDEX events_once ON events (time / 1000, subject, state);
            """;

    private HistorySchema() {}

    /** In the old journal mode, so that the marks are in the header of the file itself whatever happens next. */
    static void create(Connection connection) throws SQLException {
        Sql.run(
                connection,
                "BEGIN IMMEDIATE; PRAGMA application_id = " + APPLICATION_ID + "; PRAGMA user_version = " + VERSION
                        + ";" + TABLES + Totals.TABLES + "COMMIT");
    }

    static void check(Connection connection, Path file) throws SQLException {
        long version = Sql.number(connection, "PRAGMA user_version");
        if (version > VERSION) {
            throw new StoreException(
                    Kind.NEWER_VERSION,
                    "History " + file + " has version " + version + ", but this program knows " + VERSION
                            + " at most. Use the newer program, or another data folder.");
        }
        if (version < 1) {
            throw new StoreException(
                    Kind.CORRUPT,
                    "History " + file + " has no version. Restore a copy of it, or move it away and import again.");
        }
    }
}
