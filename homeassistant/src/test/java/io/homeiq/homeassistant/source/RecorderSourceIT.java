package io.homeiq.homeassistant.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.recorder.RecorderWriter;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorder databases in every condition, on a real disk. */
class RecorderSourceIT {

    private static final long SEED = 31;
    private static final int COUNT = 12_000;

    @TempDir
    Path folder;

    private final List<HomeEvent> read = new ArrayList<>();
    private List<HomeEvent> events;
    private Path database;

    @BeforeEach
    void writeDatabase() {
        events = LittleHome.events(SEED, Instant.parse("2026-03-01T06:00:00Z"), COUNT);
        database = folder.resolve("home-assistant_v2.db");
        RecorderWriter.write(database, events);
    }

    @Test
    void readsAPackedDatabase() throws Exception {
        // Given
        Path packed = folder.resolve("backup");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(database, out);
        }

        // When
        HistorySources.open(packed).read(read::add);

        // Then
        assertThat(read).isEqualTo(events);
    }

    @Test
    void readsWhileAnotherProcessWrites() throws Exception {
        // Given a writer with changes that are only in its log
        try (Connection writer = connect()) {
            execute(writer, "PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0");
            insertState(writer, 100_001, "on", 1_790_000_000);
            writer.setAutoCommit(false);
            insertState(writer, 100_002, "not committed", 1_790_000_001);

            // When
            HistorySources.open(database).read(read::add);

            // Then
            assertThat(read).hasSize(COUNT + 1);
            assertThat(read.getLast())
                    .isInstanceOfSatisfying(
                            StateChange.class,
                            change -> assertThat(change.after()).isEqualTo("on"));
            writer.rollback();
        }
    }

    @Test
    void readsACopyWhereTheFolderForbidsTheLockFile() throws Exception {
        // Given a folder in which the lock file cannot be made
        Path other = Files.createDirectory(folder.resolve("other"));
        try (Connection writer = connect()) {
            execute(writer, "PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0");
            insertState(writer, 100_001, "only in the log", 1_790_000_000);
            Files.copy(database, other.resolve("x.db"));
            Files.copy(folder.resolve("home-assistant_v2.db-wal"), other.resolve("x.db-wal"));
            Files.createDirectory(other.resolve("x.db-shm"));
        }

        // When
        HistorySources.open(other.resolve("x.db")).read(read::add);

        // Then
        assertThat(read).hasSize(COUNT + 1);
        assertThat(read.subList(0, COUNT)).isEqualTo(events);
    }

    @Test
    void leavesNothingBesideADatabaseThatNobodyUses() throws Exception {
        // Given
        try (Connection writer = connect()) {
            execute(writer, "PRAGMA journal_mode = WAL");
        }

        // When
        HistorySources.open(database).read(read::add);

        // Then
        assertThat(read).isEqualTo(events);
        assertThat(folder).isDirectoryNotContaining("glob:**-{wal,shm}");
    }

    @Test
    void knowsTheStateBeforeWhereRowsAreNotLinked() throws Exception {
        // Given
        try (Connection writer = connect()) {
            execute(writer, "UPDATE states SET old_state_id = NULL");
        }

        // When
        HistorySources.open(database).read(read::add);

        // Then
        long withoutPredecessor = read.stream()
                .filter(event -> event instanceof StateChange change && change.before() == null)
                .count();
        assertThat(read).hasSize(COUNT);
        assertThat(withoutPredecessor).isPositive().isLessThan(COUNT / 3);
    }

    @Test
    void countsRowsThatMakeNoSense() throws Exception {
        // Given
        try (Connection writer = connect()) {
            execute(
                    writer,
                    "UPDATE states SET last_updated_ts = NULL WHERE state_id = 1",
                    "UPDATE states SET last_updated_ts = 'soon' WHERE state_id = 2",
                    "UPDATE states SET last_updated_ts = -5 WHERE state_id = 3",
                    "UPDATE states SET metadata_id = 999 WHERE state_id = 4",
                    "UPDATE states SET metadata_id = NULL WHERE state_id = 5",
                    "UPDATE states_meta SET entity_id = 'No Entity' WHERE metadata_id = 1",
                    "UPDATE event_data SET shared_data = '{' WHERE data_id = 2");
        }

        // When
        SourceReport report = HistorySources.open(database).read(read::add);

        // Then
        assertThat(report.skipped())
                .containsEntry("no time", 1L)
                .containsEntry("impossible time", 2L)
                .containsEntry("no entity_id", 1L)
                .containsKeys("impossible entity_id", "invalid JSON");
        assertThat(report.events()).isEqualTo(read.size()).isGreaterThan(COUNT / 2);
        assertThat(report.rows())
                .isEqualTo(report.events()
                        + report.skipped().values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
    }

    @Test
    void tellsOfADatabaseThatIsCutOff() throws Exception {
        // Given
        long whole = Files.size(database);
        truncate(whole / 2);

        // When / Then
        assertThatThrownBy(() -> HistorySources.open(database).read(read::add))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(SourceException.Kind.DAMAGED))
                .hasMessageContaining(database.toString())
                .hasMessageContaining("the database is cut off (" + whole / 2 + " of " + whole + " bytes)")
                .hasMessageContaining("copy it again")
                .hasMessageNotContaining("\n");
    }

    @Test
    void keepsWhatStandsBeforeTheDamage() throws Exception {
        // Given
        int pageSize = 4_096;
        long page = pageInTheMiddleOfTheStates();
        try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(pageSize), (page - 1) * pageSize);
        }

        // When / Then
        assertThatThrownBy(() -> HistorySources.open(database).read(read::add))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("after row ")
                .hasMessageContaining("the database is damaged")
                .hasMessageContaining(".recover");
        assertThat(read).isNotEmpty().isEqualTo(events.subList(0, read.size()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE schema_changes SET schema_version = 42|TOO_OLD|the recorder's schema 42 is older than 43",
                "DROP TABLE schema_changes|UNKNOWN_FORMAT|not Home Assistant's recorder",
                "ALTER TABLE states_meta RENAME COLUMN entity_id TO entity|UNKNOWN_FORMAT|schema 53 lacks states_meta.entity_id"
            })
    void tellsOfADatabaseThatIsNotUnderstood(String sql, SourceException.Kind kind, String message) throws Exception {
        // Given
        try (Connection writer = connect()) {
            execute(writer, sql);
        }

        // When / Then
        assertThatThrownBy(() -> HistorySources.open(database).read(read::add))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(kind))
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
        assertThat(read).isEmpty();
    }

    @Test
    void tellsOfAFileThatOnlyBeginsLikeADatabase() throws Exception {
        // Given
        Path file = Files.writeString(folder.resolve("fake.db"), "SQLite format 3\0" + "x".repeat(5_000));

        // When / Then
        assertThatThrownBy(() -> HistorySources.open(file).read(read::add))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("fake.db")
                .hasMessageNotContaining("\n");
    }

    @Test
    void findsTheWayToAFileWithAnOddName() throws Exception {
        // Given
        Path odd = Files.copy(database, folder.resolve("100% home? #1 ü.db"));

        // When
        HistorySources.open(odd).read(read::add);

        // Then
        assertThat(read).isEqualTo(events);
    }

    private long pageInTheMiddleOfTheStates() throws SQLException {
        try (Connection reader = connect();
                Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pageno FROM dbstat WHERE name = 'states'"
                        + " AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 100")) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private void truncate(long size) throws Exception {
        try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
            file.truncate(size);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database);
    }

    private static void insertState(Connection writer, long id, String state, long time) throws SQLException {
        execute(
                writer,
                "INSERT INTO states (state_id, metadata_id, state, last_updated_ts) VALUES (" + id + ", 1, '" + state
                        + "', " + time + ")");
    }

    private static void execute(Connection writer, String... statements) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
