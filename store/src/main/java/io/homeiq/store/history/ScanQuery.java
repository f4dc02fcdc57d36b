package io.homeiq.store.history;

import io.homeiq.contracts.home.EntityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A scan in order of time. The index narrows by millisecond and subject; what is finer is decided for each row.
 *
 * @param start microseconds, inclusive
 * @param end microseconds, exclusive
 */
record ScanQuery(String sql, long start, long end, boolean changesOnly) {

    static ScanQuery of(Connection connection, HistoryFilter filter, boolean newestFirst) throws SQLException {
        long start = filter.start() == null ? Long.MIN_VALUE : bound(filter.start());
        long end = filter.end() == null ? Long.MAX_VALUE : bound(filter.end());
        String subjects =
                filter.entities().isEmpty() ? "" : " AND subject IN (" + subjects(connection, filter.entities()) + ")";
        String sql = "SELECT " + RowReader.COLUMNS + " FROM events INDEXED BY events_once WHERE time / 1000 BETWEEN "
                + Times.bucket(start) + " AND " + Times.bucket(end) + subjects + " ORDER BY time / 1000"
                + (newestFirst ? " DESC" : "");
        return new ScanQuery(sql, start, end, filter.changesOnly());
    }

    /** Rounded up, as no event lies between two microseconds. Times beyond what can be stored select as the farthest that can. */
    private static long bound(Instant time) {
        if (time.isAfter(Times.instant(Long.MAX_VALUE))) {
            return Long.MAX_VALUE;
        }
        return time.isBefore(Times.instant(Long.MIN_VALUE)) ? Long.MIN_VALUE : Times.micros(time.plusNanos(999));
    }

    private static String subjects(Connection connection, Set<EntityId> entities) throws SQLException {
        StringJoiner ids = new StringJoiner(",");
        String sql = "SELECT id FROM subjects WHERE name = ? AND kind <> " + EventKind.CALLED.code();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (EntityId entity : entities) {
                statement.setString(1, entity.value());
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        ids.add(Integer.toString(row.getInt(1)));
                    }
                }
            }
        }
        return ids.toString();
    }

    boolean accepts(long time, Subject subject) {
        return time >= start
                && (time < end || end == Long.MAX_VALUE)
                && (!changesOnly || subject.kind().isChange());
    }
}
