package io.homeiq.store.history;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.store.StoreException;
import io.homeiq.store.StoreException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a home's history, also while it is being written, and in another process than the writer's. Each call sees the
 * log as it stood when the call began. Rows are handed on one by one as they are read; what a sink throws ends the call.
 *
 * <p>Blocks, and belongs to one thread at a time; open one reader for each thread.
 */
public final class HistoryReader implements AutoCloseable {

    /** The order of {@link #byTime}: by time, ties by what they tell, so that it does not matter which source came first. */
    public static final Comparator<Sequenced> OLDEST_FIRST = Comparator.<Sequenced, Instant>comparing(
                    event -> event.event().time())
            .thenComparing(Sequenced::event, TieOrder.BY_CONTENT)
            .thenComparingLong(Sequenced::seq);

    private final Path file;
    private final Connection connection;
    private final RowReader rows;

    private HistoryReader(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.rows = new RowReader(connection);
    }

    /**
     * Opens a history without the right to change it.
     *
     * @throws StoreException {@code MISSING} if there is none; {@code FOREIGN}, {@code CORRUPT}, {@code NEWER_VERSION}
     */
    public static HistoryReader open(Path file) {
        if (Files.notExists(file)) {
            throw new StoreException(
                    Kind.MISSING, "There is no history at " + file + " yet. Import one, or check the data folder.");
        }
        HistoryFile.check(file);
        try {
            Connection connection = HistoryFile.openForReading(file);
            try {
                HistorySchema.check(connection, file);
                return new HistoryReader(file, connection);
            } catch (SQLException | StoreException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(file, "open the history", e);
        }
    }

    /** Events with a number above {@code afterSeq}, at most {@code limit} of them, in order of their numbers. */
    public void bySeq(long afterSeq, int limit, Consumer<Sequenced> sink) {
        String sql = "SELECT " + RowReader.COLUMNS + " FROM events WHERE seq > ? ORDER BY seq LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, afterSeq);
            statement.setInt(2, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sink.accept(rows.read(row));
                }
            }
        } catch (SQLException e) {
            throw StoreException.of(file, "read the history", e);
        }
    }

    /** Events in order of time, oldest first, ties by what they tell, whatever arrived first. */
    public void byTime(HistoryFilter filter, Consumer<Sequenced> sink) {
        scan(filter, false, event -> {
            sink.accept(event);
            return true;
        });
    }

    /**
     * The exact reverse of {@link #byTime}, a page of it.
     *
     * @param limit the most events to hand on; 0 or more
     * @param offset how many to leave out first; 0 or more
     */
    public void newestFirst(HistoryFilter filter, int limit, long offset, Consumer<Sequenced> sink) {
        if (limit < 0 || offset < 0) {
            throw new IllegalArgumentException("limit and offset must be 0 or more, were: " + limit + ", " + offset);
        }
        if (limit > 0) {
            scan(filter, true, new Page(offset, limit, sink));
        }
    }

    private void scan(HistoryFilter filter, boolean newestFirst, Predicate<Sequenced> sink) {
        try {
            // One view of the log, however many statements it takes.
            Sql.run(connection, "BEGIN");
            try {
                ScanQuery query = ScanQuery.of(connection, filter, newestFirst);
                TieSorter sorter = new TieSorter(newestFirst, sink);
                if (scan(query, sorter)) {
                    sorter.finish();
                }
            } finally {
                Sql.run(connection, "COMMIT");
            }
        } catch (SQLException e) {
            throw StoreException.of(file, "read the history", e);
        }
    }

    /** Whether the sink still wants more at the end. */
    private boolean scan(ScanQuery query, TieSorter sorter) throws SQLException {
        try (PreparedStatement statement = query.prepare(connection)) {
            if (query.subjects().isEmpty() || !Totals.haveSlots(connection)) {
                return scan(query, statement, new long[] {query.start(), query.end()}, sorter);
            }
            try (Slots slots = new Slots(connection, query)) {
                boolean wanted = true;
                while (wanted && slots.next()) {
                    wanted = scan(query, statement, new long[] {slots.from(), slots.to()}, sorter);
                }
                return wanted;
            }
        }
    }

    private boolean scan(ScanQuery query, PreparedStatement statement, long[] span, TieSorter sorter)
            throws SQLException {
        try (ResultSet row = ScanQuery.run(statement, span[0], span[1])) {
            boolean wanted = true;
            while (wanted && row.next()) {
                long time = rows.time(row);
                Subject subject = rows.subject(row);
                wanted = !query.accepts(time, subject) || sorter.accept(time, rows.read(row, time, subject));
            }
            return wanted;
        }
    }

    /**
     * Where a piece of the history ends, so that nobody has to look at all of it at once.
     *
     * @param start inclusive; null: from the beginning
     * @param end exclusive; null: to the end
     * @param newestFirst whether to count from the end
     * @param events how many the piece is to have, about; 0 or more
     * @return the whole millisecond that the next event after the piece lies in; null if there is none
     */
    public @Nullable Instant edge(@Nullable Instant start, @Nullable Instant end, boolean newestFirst, int events) {
        try {
            return Extent.edge(connection, ScanQuery.edge(start, end, newestFirst, events));
        } catch (SQLException e) {
            throw StoreException.of(file, "read the history", e);
        }
    }

    /** How much there is; fast, whatever the size. */
    public HistorySummary summary() {
        try {
            return Extent.summary(connection);
        } catch (SQLException e) {
            throw StoreException.of(file, "read the summary", e);
        }
    }

    /** The entities of which there is any change. */
    public Set<EntityId> entities() {
        return entities(false);
    }

    /** The entities that any event is about: those that changed, and automations and scripts that only ran. */
    public Set<EntityId> allEntities() {
        return entities(true);
    }

    private Set<EntityId> entities(boolean alsoRun) {
        try {
            return Extent.entities(connection, alsoRun);
        } catch (SQLException e) {
            throw StoreException.of(file, "read the entities", e);
        }
    }

    /** How much there is of each entity, as far as it is counted; fast, whatever the size. */
    public EntityTotals totals() {
        try {
            return Totals.read(connection);
        } catch (SQLException e) {
            throw StoreException.of(file, "read the totals", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreException.of(file, "close the history", e);
        }
    }

    private static final class Page implements Predicate<Sequenced> {

        private final Consumer<Sequenced> sink;
        private long toSkip;
        private int toGive;

        Page(long offset, int limit, Consumer<Sequenced> sink) {
            this.toSkip = offset;
            this.toGive = limit;
            this.sink = sink;
        }

        @Override
        public boolean test(Sequenced event) {
            if (toSkip > 0) {
                toSkip--;
                return true;
            }
            sink.accept(event);
            toGive--;
            return toGive > 0;
        }
    }
}
