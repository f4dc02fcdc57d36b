package io.homeiq.store.history;

import static io.homeiq.store.history.Events.byTime;
import static io.homeiq.store.history.Events.toggles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.homeiq.store.StoreException;
import io.homeiq.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileIT {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("history.db");
    }

    private static StoreException refusalToWrite(Path file) {
        return catchThrowableOfType(StoreException.class, () -> HistoryLog.open(file));
    }

    private static StoreException refusalToRead(Path file) {
        return catchThrowableOfType(StoreException.class, () -> HistoryReader.open(file));
    }

    private void store(int events) {
        try (HistoryLog log = HistoryLog.open(file)) {
            log.append(toggles(events), "test");
        }
    }

    private static void run(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.run(connection, sql);
        }
    }

    @Test
    void beginsANewHistoryInAnEmptyFile() throws IOException {
        // Given
        Files.createFile(file);

        // When
        store(2);

        // Then
        try (HistoryLog log = HistoryLog.open(file)) {
            assertThat(byTime(log)).isEqualTo(toggles(2));
        }
    }

    @Test
    void leavesAFileThatIsNoDatabaseAlone() throws IOException {
        // Given
        Files.writeString(file, "entity_id,state,last_changed\n".repeat(10));
        byte[] before = Files.readAllBytes(file);

        // When
        StoreException toWrite = refusalToWrite(file);
        StoreException toRead = refusalToRead(file);

        // Then
        assertThat(toWrite.kind()).isEqualTo(Kind.FOREIGN);
        assertThat(toRead).hasMessage(toWrite.getMessage()).hasMessageContaining(file.toString());
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void leavesTheDatabaseOfAnotherProgramAlone() throws Exception {
        // Given
        run(file, "CREATE TABLE states (state_id INTEGER PRIMARY KEY)");
        byte[] before = Files.readAllBytes(file);

        // When
        StoreException failure = refusalToWrite(file);

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.FOREIGN);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void refusesAFileThatIsCutShort() throws IOException {
        // Given
        store(2_000);
        byte[] whole = Files.readAllBytes(file);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        Files.write(file, half);

        // When
        StoreException failure = refusalToWrite(file);

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.CORRUPT);
        assertThat(failure).hasMessageContaining(half.length + " of " + whole.length + " bytes");
        assertThat(Files.readAllBytes(file)).isEqualTo(half);
    }

    @Test
    void tellsOfDamageWhereItIsMet() throws IOException {
        // Given
        store(2_000);
        byte[] damaged = Files.readAllBytes(file);
        Arrays.fill(damaged, 4_096 * 8, damaged.length - 4_096, (byte) 0x55);
        Files.write(file, damaged);

        // When
        StoreException failure = catchThrowableOfType(StoreException.class, () -> {
            try (HistoryReader reader = HistoryReader.open(file)) {
                reader.byTime(HistoryFilter.everything(), event -> {});
            }
        });

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.CORRUPT);
        assertThat(failure).hasMessageContaining(file.toString()).hasMessageContaining("damaged");
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    @Test
    void refusesTheFileOfANewerProgram() throws Exception {
        // Given
        store(2);
        run(file, "PRAGMA user_version = 99");

        // When
        StoreException toWrite = refusalToWrite(file);
        StoreException toRead = refusalToRead(file);

        // Then
        assertThat(toWrite.kind()).isEqualTo(Kind.NEWER_VERSION);
        assertThat(toRead.kind()).isEqualTo(Kind.NEWER_VERSION);
        assertThat(toWrite).hasMessageContaining("version 99");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        // When
        StoreException failure = refusalToWrite(folder.resolve("missing/history.db"));

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure).hasMessageContaining("missing");
    }

    @Test
    void letsOnlyOneWriterInAndTheNextOneWhenItIsClosed() {
        // Given
        try (HistoryLog log = HistoryLog.open(file)) {

            // When
            StoreException failure = refusalToWrite(file);

            // Then
            assertThat(failure.kind()).isEqualTo(Kind.IN_USE);
            assertThat(failure)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining(
                            "this process (" + ProcessHandle.current().pid() + ")");
            assertThat(log.append(toggles(1), "test").added()).hasSize(1);
        }
        store(2);
    }
}
