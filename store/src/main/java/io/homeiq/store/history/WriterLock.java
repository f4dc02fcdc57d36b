package io.homeiq.store.history;

import io.homeiq.store.StoreException;
import io.homeiq.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/**
 * Makes the writer the only one, over all processes of the machine; the system lets go of it when a process dies.
 *
 * <p>It is the write lock of a tiny database next to the history. A plain file lock would not do: on Linux it belongs
 * to the whole process, so a second writer in the same process would get it, or even release it.
 */
final class WriterLock implements AutoCloseable {

    private final Connection connection;

    private WriterLock(Connection connection) {
        this.connection = connection;
    }

    static WriterLock acquire(Path history) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(0);
        try {
            Connection connection = config.createConnection(HistoryFile.url(Path.of(history + ".writer")));
            try {
                lock(connection);
            } catch (SQLException e) {
                StoreException refusal = refusal(history, connection, e);
                connection.close();
                throw refusal;
            }
            return new WriterLock(connection);
        } catch (SQLException e) {
            throw StoreException.of(history, "become the writer", e);
        }
    }

    /** The id is committed first, so that others can read it while the lock is held. */
    private static void lock(Connection connection) throws SQLException {
        long pid = ProcessHandle.current().pid();
        Sql.run(
                connection,
                "BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL); DELETE FROM holder");
        Sql.run(connection, "INSERT INTO holder VALUES (" + pid + "); COMMIT; BEGIN IMMEDIATE");
    }

    private static StoreException refusal(Path history, Connection connection, SQLException cause) {
        StoreException reason = StoreException.of(history, "become the writer", cause);
        if (reason.kind() != Kind.BUSY) {
            return reason;
        }
        return new StoreException(
                Kind.IN_USE,
                "History " + history + " is already written by " + holder(connection)
                        + ", and only one may. Stop that one, or use another data folder.",
                cause);
    }

    private static String holder(Connection connection) {
        try {
            long pid = Sql.number(connection, "SELECT pid FROM holder");
            if (pid == ProcessHandle.current().pid()) {
                return "this process (" + pid + ")";
            }
            return pid == 0 ? "another process" : "process " + pid;
        } catch (SQLException e) {
            return "another process"; // it has only just begun
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
