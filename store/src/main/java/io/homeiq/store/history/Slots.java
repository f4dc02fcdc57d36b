package io.homeiq.store.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Half hours of the history in which some subjects did anything, each narrowed to the first and the last of it. Reading what
 * a rarely moved switch did in a year would otherwise mean to pass by everything that all others did meanwhile.
 */
final class Slots implements AutoCloseable {

    /** One half hour. */
    static final long MICROS = 1_800_000_000L;

    private static final long MICROS_IN_MILLI = 1_000;

    private final PreparedStatement statement;
    private final ResultSet row;
    private final ScanQuery query;

    /** Those that may hold events of the query, in its order. */
    Slots(Connection connection, ScanQuery query) throws SQLException {
        this.query = query;
        statement = connection.prepareStatement("SELECT min(first), max(last) FROM slots WHERE subject IN ("
                + query.subjects() + ") AND slot BETWEEN ? AND ? GROUP BY slot ORDER BY slot"
                + (query.newestFirst() ? " DESC" : ""));
        try {
            statement.setLong(1, Math.floorDiv(query.start(), MICROS) - 1);
            statement.setLong(2, Math.floorDiv(query.end(), MICROS));
            row = statement.executeQuery();
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Goes on to the next one; false if there is none. */
    boolean next() throws SQLException {
        return row.next();
    }

    /** The first microsecond of this one that the query wants. */
    long from() throws SQLException {
        return Math.max(query.start(), row.getLong(1) * MICROS_IN_MILLI);
    }

    /** The last microsecond of this one that the query may want. */
    long to() throws SQLException {
        return Math.min(query.end(), (row.getLong(2) + 1) * MICROS_IN_MILLI - 1);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
