package io.homeiq.homeassistant.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table in order of time and number, a page at a time: each page is a short transaction, so that Home Assistant
 * is not kept from tidying its log, and memory does not grow with the table. Not thread-safe.
 *
 * @param <T> what is made of a row
 */
final class RowPages<T extends RowPages.Row> implements AutoCloseable {

    /** Rows of a page. */
    static final int PAGE = 5_000;

    /** A row with its place in the order. */
    interface Row {
        /** When it happened, in seconds since 1970. */
        double time();

        /** The number of the row, which settles ties of time. */
        long number();
    }

    /** Makes something of the current row of a result. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final PreparedStatement statement;
    private final RowReader<T> reader;
    private final Deque<T> page = new ArrayDeque<>(PAGE);
    private double lastTime = -Double.MAX_VALUE;
    private long lastNumber = Long.MIN_VALUE;
    private boolean ended;

    /** What ended a page too early; the rows read before it go first. */
    private @Nullable SQLException failure;

    /** @param sql has three parameters: rows behind this time and number, and how many */
    RowPages(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        this.statement = connection.prepareStatement(sql);
        this.reader = reader;
    }

    /** The next row without moving over it; null behind the last. */
    @Nullable
    T peek() throws SQLException {
        if (page.isEmpty() && failure != null) {
            throw failure;
        }
        if (page.isEmpty() && !ended) {
            load();
        }
        return page.peek();
    }

    void remove() {
        page.remove();
    }

    private void load() throws SQLException {
        statement.setDouble(1, lastTime);
        statement.setLong(2, lastNumber);
        statement.setInt(3, PAGE);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                page.add(reader.read(rows));
            }
        } catch (SQLException damaged) {
            if (page.isEmpty()) {
                throw damaged;
            }
            failure = damaged;
        }
        T last = page.peekLast();
        ended = last == null;
        if (last != null) {
            lastTime = last.time();
            lastNumber = last.number();
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
