package io.homeiq.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.homeiq.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/**
 * Makes its holder the only one of the machine; the system lets go of it when the process dies, however it does.
 *
 * <p>It is SQLite's lock of an empty database. A plain file lock would not do: on Linux it belongs to the whole process and is lost when anything
 * in it closes the file, so a second holder in the same process would release it by being refused. The id of the process stands in another file next
 * to it, for people.
 */
public final class ProcessLock implements AutoCloseable {

    private final Connection connection;

    private ProcessLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock or fails at once.
     *
     * @param file in a folder that exists; it stays, empty, when the lock is let go
     * @param what is done alone by whoever holds it, for example {@code the query service of home}
     * @throws StoreException {@code IN_USE} if somebody else holds it; {@code FAILED} if the file cannot be used
     */
    public static ProcessLock acquire(Path file, String what) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(0);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("BEGIN EXCLUSIVE");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            writeHolder(file);
            return new ProcessLock(connection);
        } catch (SQLException e) {
            throw StoreException.kindOf(e) == Kind.BUSY ? inUse(file, what, e) : StoreException.of(file, "lock", e);
        }
    }

    private static StoreException inUse(Path file, String what, SQLException cause) {
        return new StoreException(
                Kind.IN_USE,
                "Already " + holder(file) + " runs " + what + ", as the lock " + file
                        + " tells, and only one may. Stop that one, or use another data folder.",
                cause);
    }

    /** What it says is a help for people; that it cannot be written must not keep anybody from the work. */
    private static void writeHolder(Path file) {
        try {
            Files.writeString(pidFile(file), ProcessHandle.current().pid() + "\n", UTF_8);
        } catch (IOException e) {
            pidFile(file).toFile().delete();
        }
    }

    private static String holder(Path file) {
        try {
            String pid = Files.readString(pidFile(file), UTF_8).strip();
            return pid.equals(Long.toString(ProcessHandle.current().pid()))
                    ? "this process (" + pid + ")"
                    : "process " + pid;
        } catch (IOException e) {
            return "another process"; // it has only just begun
        }
    }

    private static Path pidFile(Path file) {
        return Path.of(file + ".pid");
    }

    /** Lets the next one have it. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException(Kind.FAILED, "Cannot let go of a lock: " + e.getMessage(), e);
        }
    }
}
