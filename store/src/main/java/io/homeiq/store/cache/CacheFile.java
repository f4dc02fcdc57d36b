package io.homeiq.store.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;

/** Opens the file of the cache, and makes a new one in place of one that cannot be read. */
final class CacheFile {

    /** Marks our files: "HIQC" in ASCII, in the header's field for it. */
    static final int APPLICATION_ID = 0x48495143;

    /** Short: what is waited for here for longer is sooner counted again. */
    private static final int BUSY_TIMEOUT_MILLIS = 1_000;

    /** The low byte of SQLite's result codes is the primary code. */
    private static final int PRIMARY_CODE = 0xff;

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS correlations (
                key TEXT PRIMARY KEY,
                correlation TEXT NOT NULL,
                expires_at INTEGER NOT NULL) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS correlations_oldest ON correlations (expires_at)""";

    private CacheFile() {}

    /**
     * Opens it, or makes it. One that is damaged is put aside under the same name with {@code .damaged}, over what lay
     * there before.
     *
     * @throws SQLException if it is the database of something else, which then stays as it is, or cannot be opened
     */
    static Connection open(Path file) throws SQLException, IOException {
        try {
            return openAsItIs(file);
        } catch (SQLException e) {
            if (!isDamaged(e)) {
                throw e;
            }
            putAside(file);
            return openAsItIs(file);
        }
    }

    private static Connection openAsItIs(Path file) throws SQLException, IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setJournalMode(JournalMode.WAL);
        // A power failure may take the last entries: they are counted again.
        config.setSynchronous(SynchronousMode.NORMAL);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            prepare(connection, file);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepare(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean ours = number(statement, "PRAGMA application_id") == APPLICATION_ID;
            if (!ours && number(statement, "SELECT count(*) FROM sqlite_schema") > 0) {
                throw new SQLException(file + " is the database of something else; name another file for the cache");
            }
            statement.executeUpdate(CREATE);
            statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
            // Looks into every page of a damaged table now rather than in the middle of an answer.
            number(statement, "SELECT count(correlation) FROM correlations");
        }
    }

    static boolean isDamaged(SQLException failure) {
        int code = failure.getErrorCode() & PRIMARY_CODE;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static void putAside(Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
