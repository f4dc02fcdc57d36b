package io.homeiq.homeassistant.recorder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.HomeEventJson;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Writes a home's history as a new recorder database of Home Assistant 2026.11, on which that version starts without
 * migrating anything; later ones migrate it as their own. Written beside its place and moved there when it is whole.
 * Give the events in order of time; up to a minute late ones are put in their place, and repeated ones are written
 * once. The same events give the same bytes. Home Assistant deletes what is older than its {@code purge_keep_days} (10
 * unless set) in the night after it started, and begins by compiling statistics for the time since the last event, which
 * for ten days and more takes it half a minute.
 *
 * <p>Not kept: a state before that the history itself does not hold. Ids of contexts and users that are no ULID and no
 * UUID become ones, always the same. Not thread-safe.
 */
public final class RecorderWriter implements AutoCloseable {

    /** Rows of one transaction. */
    private static final int BATCH = 20_000;

    /** Home Assistant stores nothing of longer attributes, in bytes. */
    private static final int MAX_ATTRIBUTES = 16_384;

    /** Home Assistant stores nothing of longer data of an event, in bytes. */
    private static final int MAX_EVENT_DATA = 32_768;

    private final Path target;
    private final Path part;
    private final Connection connection;
    private final SharedTexts attributes;
    private final SharedTexts eventData;
    private final StateRows states;
    private final EventRows events;
    private final ReorderWindow window = new ReorderWindow(this::write);
    private final ObjectMapper mapper = new ObjectMapper();
    private int uncommitted;
    private boolean isWhole;
    private @Nullable Instant first;
    private @Nullable Instant last;

    private RecorderWriter(Path target) throws SQLException {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.connection = connect(part);
        RecorderTables.create(connection);
        this.attributes = new SharedTexts(connection, "state_attributes", MAX_ATTRIBUTES);
        this.eventData = new SharedTexts(connection, "event_data", MAX_EVENT_DATA);
        this.states = new StateRows(connection);
        this.events = new EventRows(connection);
    }

    /**
     * Begins a new database. It is there after {@link #finish}; closing without that leaves nothing behind.
     *
     * @throws SourceException if the file is there already or cannot be written
     */
    public static RecorderWriter create(Path newDatabase) {
        if (Files.exists(newDatabase)) {
            throw new SourceException(
                    Kind.INVALID, newDatabase + ": is there already; name a new file, or move that one away");
        }
        try {
            Files.deleteIfExists(newDatabase.resolveSibling(newDatabase.getFileName() + ".part"));
            return new RecorderWriter(newDatabase);
        } catch (SQLException | IOException failed) {
            throw failure(newDatabase, failed);
        }
    }

    /** Writes all of these events as a new database. */
    public static void write(Path newDatabase, Stream<? extends HomeEvent> events) {
        try (RecorderWriter writer = create(newDatabase)) {
            events.forEachOrdered(writer::add);
            writer.finish();
        }
    }

    /** Like {@link #write(Path, Stream)}. */
    public static void write(Path newDatabase, Iterable<? extends HomeEvent> events) {
        try (RecorderWriter writer = create(newDatabase)) {
            events.forEach(writer::add);
            writer.finish();
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // What a crash leaves is thrown away, so nothing is gained by waiting for the disk.
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        // Otherwise each insert is followed by a query for its number.
        config.setGetGeneratedKeys(false);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        connection.setAutoCommit(false);
        return connection;
    }

    /**
     * Adds one event.
     *
     * @throws IllegalArgumentException if it is more than a minute older than the latest one
     */
    public void add(HomeEvent event) {
        window.accept(event);
    }

    private void write(HomeEvent event) {
        try {
            if (event instanceof StateChange change) {
                states.add(
                        change,
                        attributes.numberOf(
                                mapper.writeValueAsString(change.attributes().values())));
            } else {
                String data = mapper.writeValueAsString(HomeEventJson.dataOf(event));
                events.add(event, HomeEventJson.typeOf(event), eventData.numberOf(data));
            }
            uncommitted++;
            if (uncommitted >= BATCH) {
                connection.commit();
                uncommitted = 0;
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw failure(target, failed);
        }
        first = first == null ? event.time() : first;
        last = event.time();
    }

    /** Completes the database and puts it in its place. Nothing can be added after that. */
    public void finish() {
        window.finish();
        try {
            Instant start = first == null ? Instant.EPOCH : first;
            RecorderTables.complete(connection, start, last == null ? start : last);
            connection.commit();
            closeConnection();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            isWhole = true;
        } catch (SQLException | IOException failed) {
            throw failure(target, failed);
        }
    }

    private void closeConnection() throws SQLException {
        attributes.close();
        eventData.close();
        states.close();
        events.close();
        connection.close();
    }

    /** Deletes what was written, unless it was finished. */
    @Override
    public void close() {
        if (isWhole) {
            return;
        }
        try {
            closeConnection();
            Files.deleteIfExists(part);
        } catch (SQLException | IOException failed) {
            throw failure(target, failed);
        }
    }

    private static SourceException failure(Path target, Exception failed) {
        String message = target + ": cannot be written (" + failed.getMessage()
                + "); check that the folder is there, may be written and has space";
        return new SourceException(
                Kind.INACCESSIBLE, message.lines().findFirst().orElse(message), failed);
    }

    /** A time as the recorder keeps it, in seconds since 1970 with microseconds. */
    static double seconds(Instant time) {
        return (time.getEpochSecond() * 1_000_000L + time.getNano() / 1_000) / 1e6;
    }
}
