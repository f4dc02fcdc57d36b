package io.homeiq.store.history;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events of one transaction on their way into the log. */
final class AppendBatch implements AutoCloseable {

    /** Rows handed to SQLite in one call. */
    private static final int ROWS_PER_CALL = 1_000;

    private final List<HomeEvent> waiting = new ArrayList<>();
    private final List<EventRow> waitingRows = new ArrayList<>();
    private final Set<Moment> waitingExplanations = new HashSet<>();
    private final List<Sequenced> added = new ArrayList<>();
    private final Dictionary dictionary;
    private final PreparedStatement insert;
    private final PreparedStatement candidates;
    private final Completion completion;
    private long lastSeq;
    private long duplicates;
    private long enriched;

    AppendBatch(Connection connection, Dictionary dictionary, String source) throws SQLException {
        this.dictionary = dictionary;
        int sourceId = dictionary.source(source);
        lastSeq = Sql.number(connection, "SELECT max(seq) FROM events");
        insert = connection.prepareStatement("""
                INSERT INTO events (time, subject, state, detail, attributes, context, parent, user, source)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, %d)
                ON CONFLICT (time / 1000, subject, state) DO NOTHING""".formatted(sourceId));
        candidates = connection.prepareStatement(
                "SELECT state, context, detail FROM events WHERE time / 1000 = ? AND subject = ?");
        completion = new Completion(connection, dictionary, sourceId);
    }

    private record Moment(Subject subject, long bucket) {}

    void add(HomeEvent event) throws SQLException {
        EventRow row = EventRow.of(event);
        if (!row.subject().kind().isChange()) {
            String stored = storedStateOfSame(row);
            if (stored != null) {
                duplicates++;
                completion.add(row, stored);
                return;
            }
        }
        waiting.add(event);
        waitingRows.add(row);
        if (waiting.size() >= ROWS_PER_CALL) {
            insertWaiting();
        }
    }

    Appended finish() throws SQLException {
        insertWaiting();
        return new Appended(added, duplicates, lastSeq, enriched);
    }

    /**
     * Runs, calls and restarts are told apart by their contexts. So one that comes without is the same as any other of
     * its moment, and one that comes with it is the same as one that is stored without.
     */
    private @Nullable String storedStateOfSame(EventRow row) throws SQLException {
        Moment moment = new Moment(row.subject(), Times.bucket(row.time()));
        if (!waitingExplanations.add(moment)) {
            insertWaiting();
            waitingExplanations.add(moment);
        }
        candidates.setLong(1, moment.bucket());
        candidates.setInt(2, dictionary.subject(row.subject()));
        try (ResultSet stored = candidates.executeQuery()) {
            while (stored.next()) {
                boolean contextMissing =
                        stored.getString(2) == null || !row.context().isKnown();
                boolean sameTargets =
                        row.subject().kind() != EventKind.CALLED || Objects.equals(stored.getString(3), row.detail());
                if (contextMissing && sameTargets) {
                    return stored.getString(1);
                }
            }
        }
        return null;
    }

    private void insertWaiting() throws SQLException {
        for (EventRow row : waitingRows) {
            bind(row);
            insert.addBatch();
        }
        int[] inserted = insert.executeBatch();
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 1) {
                added.add(new Sequenced(++lastSeq, waiting.get(i)));
            } else {
                duplicates++;
                completion.add(waitingRows.get(i), waitingRows.get(i).state());
            }
        }
        enriched += completion.run();
        waiting.clear();
        waitingRows.clear();
        waitingExplanations.clear();
    }

    private void bind(EventRow row) throws SQLException {
        insert.setLong(1, row.time());
        insert.setInt(2, dictionary.subject(row.subject()));
        insert.setString(3, row.state());
        insert.setString(4, row.detail());
        Sql.bind(insert, 5, dictionary.attributes(row.attributes()));
        insert.setString(6, row.context().id());
        insert.setString(7, row.context().parentId());
        insert.setString(8, row.context().userId());
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        candidates.close();
        completion.close();
    }
}
