package io.homeiq.store;

import static io.homeiq.store.Futures.failure;
import static io.homeiq.store.Futures.get;
import static io.homeiq.store.Futures.storeFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.store.StoreException.Kind;
import io.homeiq.store.cursor.CursorRepository;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedDatabaseIT {

    private final CursorRepository cursors = new CursorRepository();

    @TempDir
    Path folder;

    private Path file;
    private OpenDatabase open;

    @BeforeEach
    void open() {
        file = folder.resolve("shared.db");
        open = new OpenDatabase(file);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private long cursor() {
        return open.read(connection -> cursors.get(connection, "reader"));
    }

    @Test
    void keepsWhatATransactionWrote() {
        // When
        open.write(connection -> cursors.set(connection, "reader", 7));

        // Then
        assertThat(cursor()).isEqualTo(7);
    }

    @Test
    void undoesEverythingWhenTheWorkFails() {
        // Given
        IllegalStateException reason = new IllegalStateException("changed my mind");

        // When
        Throwable failure = failure(open.database()
                .write(connection -> cursors.set(connection, "reader", 7).compose(any -> Future.failedFuture(reason))));

        // Then
        assertThat(failure).isSameAs(reason);
        assertThat(cursor()).isZero();
    }

    @Test
    void undoesEverythingWhenTheWorkThrows() {
        // When
        Throwable failure = failure(open.database().write(connection -> {
            throw new IllegalStateException("broken");
        }));

        // Then
        assertThat(failure).hasMessage("broken");
        open.write(connection -> cursors.set(connection, "reader", 8));
        assertThat(cursor()).isEqualTo(8);
    }

    @Test
    void tellsWhichStatementFailedAndWhere() {
        // When
        StoreException failure = storeFailure(open.database()
                .write(connection ->
                        connection.query("INSERT INTO nowhere VALUES (1)").execute()));

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure).hasMessageContaining(file.toString()).hasMessageContaining("nowhere");
    }

    @Test
    void readsOneUnchangingViewWhileOthersWrite() {
        // When
        long[] seen = open.read(connection -> cursors.get(connection, "reader")
                .compose(before -> open.database()
                        .write(writer -> cursors.set(writer, "reader", 7))
                        .compose(any -> cursors.get(connection, "reader"))
                        .map(after -> new long[] {before, after})));

        // Then
        assertThat(seen).containsExactly(0, 0);
        assertThat(cursor()).isEqualTo(7);
    }

    @Test
    void doesNotLetAReaderWrite() {
        // When
        StoreException failure = storeFailure(open.database().read(connection -> cursors.set(connection, "reader", 7)));

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(cursor()).isZero();
    }

    @Test
    void leavesTheWriteLockToOthersBetweenTransactions() throws Exception {
        // Given
        open.write(connection -> cursors.set(connection, "reader", 7));

        // When
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=0");
                Statement statement = other.createStatement()) {
            int changed = statement.executeUpdate("UPDATE cursors SET seq = 8");

            // Then
            assertThat(changed).isEqualTo(1);
        }
        assertThat(cursor()).isEqualTo(8);
    }

    @Test
    void runsTransactionsOneAfterTheOther() {
        // When
        Future<Void> all = Future.succeededFuture();
        for (int i = 0; i < 50; i++) {
            Future<Void> one = open.database()
                    .write(connection -> cursors.get(connection, "reader")
                            .compose(seq -> cursors.set(connection, "reader", seq + 1)));
            all = Future.join(all, one).mapEmpty();
        }
        get(all);

        // Then
        assertThat(cursor()).isEqualTo(50);
    }

    @Test
    void losesNothingWhenTheDiskIsFullAndGoesOnWhenThereIsSpace() {
        // Given
        open.write(connection -> cursors.set(connection, "reader", 7));
        String tooMuch = "INSERT INTO system_settings VALUES ('villa', 'big', printf('%.2000000c', 'x'), 0)";
        open.write(
                connection -> connection.query("PRAGMA max_page_count = 1").execute()); // SQLite takes the present size

        // When
        StoreException failure = storeFailure(
                open.database().write(connection -> connection.query(tooMuch).execute()));

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.DISK_FULL);
        assertThat(failure).hasMessageContaining(file.toString()).hasMessageContaining("disk is full");
        open.write(connection -> cursors.set(connection, "reader", 8));
        assertThat(cursor()).isEqualTo(8);
        open.write(
                connection -> connection.query("PRAGMA max_page_count = 100000").execute());
        open.run(tooMuch);
    }

    @Test
    void letsWorkInProgressEndBeforeItCloses() {
        // Given
        Promise<Void> goOn = Promise.promise();
        Future<Void> work =
                open.database().write(connection -> goOn.future().compose(any -> cursors.set(connection, "reader", 7)));

        // When
        Future<Void> closed = open.database().close();
        StoreException refusal = storeFailure(open.database().check());
        goOn.complete();

        // Then
        get(work);
        get(closed);
        assertThat(refusal.kind()).isEqualTo(Kind.CLOSED);
        open = new OpenDatabase(file);
        assertThat(cursor()).isEqualTo(7);
    }

    @Test
    void isReadyOnceItIsOpen() {
        // When
        Future<Void> check = open.database().check();

        // Then
        assertThat(get(check.map("ready"))).isEqualTo("ready");
    }

    @Test
    void leavesForeignFilesAlone() throws Exception {
        // Given
        Path text = Files.writeString(folder.resolve("notes.txt"), "not a database at all".repeat(100));
        Path foreign = folder.resolve("home-assistant_v2.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + foreign);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE states (state_id INTEGER PRIMARY KEY)");
        }
        byte[] before = Files.readAllBytes(foreign);

        // When
        StoreException ofText = refusal(text);
        StoreException ofForeign = refusal(foreign);

        // Then
        assertThat(ofText.kind()).isEqualTo(Kind.FOREIGN);
        assertThat(ofForeign.kind()).isEqualTo(Kind.FOREIGN);
        assertThat(ofForeign).hasMessageContaining(foreign.toString());
        assertThat(Files.readAllBytes(foreign)).isEqualTo(before);
        assertThat(Files.readString(text)).startsWith("not a database");
    }

    @Test
    void refusesTheFileOfANewerProgram() {
        // Given
        open.run("PRAGMA user_version = 99");

        // When
        StoreException failure = refusal(file);

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.NEWER_VERSION);
        assertThat(failure).hasMessageContaining("version 99");
    }

    @Test
    void refusesDamagedFiles() throws IOException {
        // Given
        open.close();
        byte[] content = Files.readAllBytes(file);
        Arrays.fill(content, 100, 4_096, (byte) 0x55);
        Path damaged = Files.write(folder.resolve("damaged.db"), content);

        // When
        StoreException failure = refusal(damaged);

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.CORRUPT);
        assertThat(Files.readAllBytes(damaged)).isEqualTo(content);
        open = new OpenDatabase(file);
    }

    private static StoreException refusal(Path other) {
        Vertx vertx = Vertx.vertx();
        StoreException failure = storeFailure(SharedDatabase.open(vertx, other));
        get(vertx.close());
        return failure;
    }
}
