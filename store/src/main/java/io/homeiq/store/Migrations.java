package io.homeiq.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.homeiq.store.StoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Brings the shared database to the newest version, one script after the other in one transaction. SQLite lets only one
 * process do so at a time; the next one finds nothing left to do.
 */
final class Migrations {

    /** Marks our files: "HIQS" in ASCII, in the header's field for it. */
    static final int APPLICATION_ID = 0x48495153;

    /** In order; the version of a database is how many of them it has seen. Published ones are never changed. */
    static final List<String> SCRIPTS = List.of(
            "001-messages.sql",
            "002-patterns.sql",
            "003-suggestions.sql",
            "004-home.sql",
            "005-services.sql",
            "006-suggestion-rank.sql",
            "007-synergies.sql",
            "008-overrides.sql",
            "009-wordings.sql",
            "010-learning-pauses.sql",
            "011-area-labels.sql");

    private static final int MAX_WAL_ATTEMPTS = 500;
    private static final long WAL_PAUSE_NANOS = 20_000_000;

    private Migrations() {}

    /**
     * Applies what the file has not seen.
     *
     * @param newest the version to stop at, at most the number of scripts
     */
    static void migrate(Path file, int newest) {
        try (Connection connection = SharedFile.openForWriting(file)) {
            check(connection, file);
            apply(connection, file, newest);
            switchToWriteAheadLog(connection);
        } catch (SQLException e) {
            throw StoreException.of(file, "open the database", e);
        }
    }

    private static void check(Connection connection, Path file) throws SQLException {
        // In this order: another process may fill the file between the two, and it sets tables and id at once.
        boolean empty = number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        long applicationId = number(connection, "PRAGMA application_id");
        if (applicationId != APPLICATION_ID && !(applicationId == 0 && empty)) {
            throw new StoreException(
                    Kind.FOREIGN,
                    file
                            + " is the database of something else. Name another file for the shared database, or move this one away.");
        }
        long version = number(connection, "PRAGMA user_version");
        if (version > SCRIPTS.size()) {
            throw new StoreException(
                    Kind.NEWER_VERSION,
                    "Database " + file + " has version " + version + ", but this program knows " + SCRIPTS.size()
                            + " at most. Use the newer program, or another data folder.");
        }
    }

    private static void apply(Connection connection, Path file, int newest) throws SQLException {
        if (number(connection, "PRAGMA user_version") >= newest) {
            return;
        }
        run(connection, "BEGIN IMMEDIATE");
        check(connection, file);
        for (long next = number(connection, "PRAGMA user_version"); next < newest; next++) {
            run(connection, script((int) next));
        }
        run(connection, "PRAGMA application_id = " + APPLICATION_ID);
        run(connection, "PRAGMA user_version = " + newest);
        run(connection, "COMMIT");
    }

    /** Needs the file alone for a moment, and SQLite does not always wait for that by itself. */
    private static void switchToWriteAheadLog(Connection connection) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                run(connection, "PRAGMA journal_mode = WAL");
                return;
            } catch (SQLException e) {
                if (StoreException.kindOf(e) != Kind.BUSY || attempt == MAX_WAL_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(WAL_PAUSE_NANOS);
            }
        }
    }

    private static String script(int index) {
        String name = "migration/" + SCRIPTS.get(index);
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name + "; install it again");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs all statements of the text. */
    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
