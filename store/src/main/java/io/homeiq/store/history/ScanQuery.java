package io.homeiq.store.history;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A scan in order of time. The index narrows by millisecond, subject and state; what is finer is decided for each row.
 *
 * @param subjects their ids, separated by commas; empty: all
 * @param newestFirst the order
 * @param texts the values of the statement's parameters after the two times, in order
 * @param start microseconds, inclusive
 * @param end microseconds, exclusive
 */
record ScanQuery(
        String sql,
        String subjects,
        boolean newestFirst,
        List<String> texts,
        long start,
        long end,
        HistoryFilter filter) {

    private static final String FROM = " FROM events INDEXED BY events_once WHERE time / 1000 BETWEEN ";

    static ScanQuery of(Connection connection, HistoryFilter filter, boolean newestFirst) throws SQLException {
        long start = startOf(filter.start());
        long end = endOf(filter.end());
        List<String> states = List.copyOf(filter.states());
        String subjects = subjects(connection, filter);
        String sql = "SELECT " + RowReader.COLUMNS + FROM + "? AND ?"
                + (subjects == null ? "" : " AND subject IN (" + subjects + ")")
                + (states.isEmpty()
                        ? ""
                        : " AND state IN (" + String.join(",", Collections.nCopies(states.size(), "?")) + ")")
                + inOrder(newestFirst);
        return new ScanQuery(sql, subjects == null ? "" : subjects, newestFirst, states, start, end, filter);
    }

    /** The millisecond of the event that comes after so many others between these times, counted in this order. */
    static String edge(@Nullable Instant start, @Nullable Instant end, boolean newestFirst, int events) {
        return "SELECT time / 1000" + FROM + Times.bucket(startOf(start)) + " AND " + Times.bucket(endOf(end))
                + inOrder(newestFirst) + " LIMIT 1 OFFSET " + events;
    }

    private static String inOrder(boolean newestFirst) {
        return " ORDER BY time / 1000" + (newestFirst ? " DESC" : "");
    }

    private static long startOf(@Nullable Instant start) {
        return start == null ? Long.MIN_VALUE : bound(start);
    }

    private static long endOf(@Nullable Instant end) {
        return end == null ? Long.MAX_VALUE : bound(end);
    }

    /** Rounded up, as no event lies between two microseconds. Times beyond what can be stored select as the farthest that can. */
    private static long bound(Instant time) {
        if (time.isAfter(Times.instant(Long.MAX_VALUE))) {
            return Long.MAX_VALUE;
        }
        return time.isBefore(Times.instant(Long.MIN_VALUE)) ? Long.MIN_VALUE : Times.micros(time.plusNanos(999));
    }

    /** Nearly every event is a change, so that looking up whose it is would cost more than it saves. */
    private static @Nullable String subjects(Connection connection, HistoryFilter filter) throws SQLException {
        if (!filter.entities().isEmpty()) {
            return ofEntities(connection, filter);
        }
        boolean nearlyAll = filter.kinds().isEmpty() || filter.kinds().contains(StateChange.class);
        return nearlyAll ? null : ofKinds(connection, filter);
    }

    private static String ofEntities(Connection connection, HistoryFilter filter) throws SQLException {
        StringJoiner ids = new StringJoiner(",");
        String sql = "SELECT id, kind FROM subjects WHERE name = ? AND kind <> " + EventKind.CALLED.code();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (EntityId entity : filter.entities()) {
                statement.setString(1, entity.value());
                try (ResultSet row = statement.executeQuery()) {
                    add(row, filter, ids);
                }
            }
        }
        return ids.toString();
    }

    private static String ofKinds(Connection connection, HistoryFilter filter) throws SQLException {
        StringJoiner ids = new StringJoiner(",");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, kind FROM subjects")) {
            add(row, filter, ids);
        }
        return ids.toString();
    }

    private static void add(ResultSet row, HistoryFilter filter, StringJoiner ids) throws SQLException {
        while (row.next()) {
            if (filter.wants(EventKind.of(row.getInt(2)))) {
                ids.add(Integer.toString(row.getInt(1)));
            }
        }
    }

    /** Ready for {@link #run}; the caller closes it. */
    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < texts.size(); i++) {
            statement.setString(i + 3, texts.get(i));
        }
        return statement;
    }

    /** Runs it for a part of its time; both ends are microseconds and inclusive, and the last may be wide by a millisecond. */
    static ResultSet run(PreparedStatement statement, long from, long to) throws SQLException {
        statement.setLong(1, Times.bucket(from));
        statement.setLong(2, Times.bucket(to));
        return statement.executeQuery();
    }

    boolean accepts(long time, Subject subject) {
        return time >= start && (time < end || end == Long.MAX_VALUE) && filter.wants(subject.kind());
    }
}
