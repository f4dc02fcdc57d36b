package io.homeiq.store;

import static io.homeiq.store.Futures.get;
import static io.homeiq.store.Futures.storeFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.store.StoreException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the shared database is told to be well exactly while it is. */
class DatabaseCheckIT {

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong freeBytes = new AtomicLong(Long.MAX_VALUE);
    private Path file;
    private SharedDatabase database;

    @BeforeEach
    void open() {
        file = folder.resolve("shared.db");
        database = get(SharedDatabase.open(vertx, file, freeBytes::get));
    }

    @AfterEach
    void close() {
        get(database.close().eventually(vertx::close));
    }

    @Test
    void isWellWhileItCanBeReadAndWritten() {
        get(database.check());
        get(database.write(
                connection -> connection.query("DELETE FROM outbox_lease").execute()));
        get(database.check());
        get(database.check());
    }

    @Test
    void waitsWhileAnotherProcessKeepsItLocked() throws SQLException {
        // Given
        Future<Void> check;
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.executeUpdate("BEGIN EXCLUSIVE");

            // When
            check = database.check();
            get(database.read(connection -> connection.query("SELECT 1").execute()));

            // Then
            assertThat(check.isComplete()).isFalse();
            assertThat(database.check().isComplete()).isFalse();
            statement.executeUpdate("ROLLBACK");
        }
        get(check);
        get(database.check());
    }

    @Test
    void saysThatTheDiskIsFullUntilItIsNot() {
        // Given
        freeBytes.set(1_000);

        // Then
        assertThat(storeFailure(database.check()).kind()).isEqualTo(Kind.DISK_FULL);
        freeBytes.set(Long.MAX_VALUE);
        get(database.check());
    }

    @Test
    void isNotWellOnceItIsClosed() {
        // When
        get(database.close());

        // Then
        assertThat(storeFailure(database.check()).kind()).isEqualTo(Kind.CLOSED);
    }
}
