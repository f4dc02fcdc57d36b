package io.homeiq.store.history;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.store.StoreException;
import io.homeiq.store.StoreException.Kind;
import io.homeiq.store.history.HistoryFile.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a home's history. Everything that happened is appended once, whatever sources tell of it, and gets
 * the next sequence number.
 *
 * <p>Two reports are the same event if they agree in kind, subject and millisecond, and for a change of state in the
 * new state, for other kinds in the context and the targets as far as known. A later report that knows more completes
 * the stored event in place.
 *
 * <p>Blocks, and belongs to one thread at a time.
 */
public final class HistoryLog implements AutoCloseable {

    private final Path file;
    private final WriterLock lock;
    private final Durability durability;
    private final long maxPages;

    /** Null after a failure, until the next append opens the file again. */
    private @Nullable Connection connection;

    private @Nullable Dictionary dictionary;
    private boolean closed;

    /** Only a real write can show that it works again. */
    private boolean lastAppendFailed;

    private HistoryLog(Path file, WriterLock lock, Durability durability, long maxPages) throws SQLException {
        this.file = file;
        this.lock = lock;
        this.durability = durability;
        this.maxPages = maxPages;
        open();
    }

    /**
     * Opens a history, or begins a new one in a folder that exists.
     *
     * @throws StoreException {@code IN_USE} if there is a writer already; {@code FOREIGN}, {@code CORRUPT} or
     *     {@code NEWER_VERSION} if the file cannot be taken, which then stays as it is; {@code DISK_FULL}; {@code FAILED}
     */
    public static HistoryLog open(Path file) {
        return open(file, Durability.DISK, Long.MAX_VALUE);
    }

    /**
     * As {@link #open(Path)}, for a file that is thrown away: appending does not wait for the disk, so a power failure
     * may damage the file.
     */
    public static HistoryLog openScratch(Path file) {
        return open(file, Durability.NONE, Long.MAX_VALUE);
    }

    /**
     * Opens a history with other bounds than usual.
     *
     * @param maxPages of 4 KiB: at this size the disk counts as full
     */
    static HistoryLog open(Path file, Durability durability, long maxPages) {
        if (!HistoryFile.isNew(file)) {
            HistoryFile.check(file);
        }
        WriterLock lock = WriterLock.acquire(file);
        try {
            if (HistoryFile.isNew(file)) {
                HistoryFile.create(file);
            }
            return new HistoryLog(file, lock, durability, maxPages);
        } catch (SQLException e) {
            throw closing(lock, StoreException.of(file, "open the history", e));
        } catch (StoreException e) {
            throw closing(lock, e);
        }
    }

    private static StoreException closing(WriterLock lock, StoreException failure) {
        try {
            lock.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private void open() throws SQLException {
        Connection opened = HistoryFile.openForWriting(file, durability);
        try {
            HistorySchema.check(opened, file);
            Sql.run(opened, "PRAGMA journal_mode = WAL");
            Sql.number(opened, "PRAGMA max_page_count = " + maxPages);
            Sql.number(opened, "SELECT max(seq) FROM events");
            Sql.run(opened, Totals.TABLES);
            dictionary = new Dictionary(opened);
            connection = opened;
        } catch (SQLException | StoreException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Appends events in the order given, in one transaction that has reached the disk when this returns.
     *
     * @param source where they come from, for example {@code live} or a file's name; kept with each
     * @throws StoreException if it failed; then nothing of it was stored, and the next call may succeed
     * @throws IllegalArgumentException if an event cannot be stored; then nothing was
     */
    public Appended append(List<HomeEvent> events, String source) {
        String action = "append " + events.size() + " events";
        try {
            Connection writer = requireOpen();
            Sql.run(writer, "BEGIN IMMEDIATE");
            return appendAll(writer, events, source);
        } catch (SQLException e) {
            StoreException failure = StoreException.of(file, action, e);
            lastAppendFailed = true;
            reset(failure);
            throw failure;
        } catch (RuntimeException e) {
            reset(e);
            throw e;
        }
    }

    private Appended appendAll(Connection writer, List<HomeEvent> events, String source) throws SQLException {
        Appended appended;
        long before = Sql.number(writer, "SELECT max(seq) FROM events");
        try (AppendBatch batch = new AppendBatch(writer, requireDictionary(), source)) {
            for (HomeEvent event : events) {
                batch.add(event);
            }
            appended = batch.finish();
        }
        Totals.count(writer, before, appended.lastSeq());
        Sql.run(writer, "COMMIT");
        lastAppendFailed = false;
        return appended;
    }

    /**
     * Counts some events for {@link HistoryReader#totals()} that an older program added without counting.
     *
     * @param most the most events to count, in one transaction; 1 or more
     * @return whether all are counted now
     */
    public boolean countOn(int most) {
        try {
            Connection writer = requireOpen();
            Sql.run(writer, "BEGIN IMMEDIATE");
            boolean done = Totals.countOn(writer, most);
            Sql.run(writer, "COMMIT");
            return done;
        } catch (SQLException e) {
            StoreException failure = StoreException.of(file, "count events", e);
            reset(failure);
            throw failure;
        }
    }

    /**
     * Makes sure that the next append has a chance: it waits while another program keeps the file locked, and after an append that failed it writes
     * the header again as it is.
     *
     * @throws StoreException if appending would fail
     */
    public void checkWritable() {
        try {
            Connection writer = requireOpen();
            Sql.run(writer, "BEGIN IMMEDIATE");
            if (lastAppendFailed) {
                Sql.run(writer, "PRAGMA user_version = " + Sql.number(writer, "PRAGMA user_version"));
            }
            Sql.run(writer, "COMMIT");
            lastAppendFailed = false;
        } catch (SQLException e) {
            StoreException failure = StoreException.of(file, "write", e);
            reset(failure);
            throw failure;
        }
    }

    private Connection requireOpen() throws SQLException {
        if (closed) {
            throw new StoreException(Kind.CLOSED, "History " + file + " is closed. Open it again before using it.");
        }
        if (connection == null) {
            open();
        }
        return Objects.requireNonNull(connection);
    }

    private Dictionary requireDictionary() {
        return Objects.requireNonNull(dictionary);
    }

    /** Closing rolls back whatever SQLite has not rolled back by itself, and forgets what belonged to the transaction. */
    private void reset(RuntimeException failure) {
        try {
            closeConnection();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void closeConnection() throws SQLException {
        Connection open = connection;
        connection = null;
        dictionary = null;
        if (open != null) {
            open.close();
        }
    }

    /** The newest number; 0 while the log is empty. */
    public long lastSeq() {
        try {
            return Sql.number(requireOpen(), "SELECT max(seq) FROM events");
        } catch (SQLException e) {
            throw StoreException.of(file, "read the last number", e);
        }
    }

    /** A new reader of its own, for any thread; the caller closes it. */
    public HistoryReader reader() {
        return HistoryReader.open(file);
    }

    /** Lets the next writer in. Closing twice does nothing. */
    @Override
    public void close() {
        closed = true;
        try {
            closeConnection();
            lock.close();
        } catch (SQLException e) {
            throw StoreException.of(file, "close the history", e);
        }
    }
}
