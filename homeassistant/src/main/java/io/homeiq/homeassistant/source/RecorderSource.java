package io.homeiq.homeassistant.source;

import io.homeiq.contracts.home.HomeEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Home Assistant's recorder database, read while Home Assistant may be writing to it. */
final class RecorderSource implements HistorySource {

    /** No time: what is sorted behind every number, such as text. */
    private static final String BEHIND_ALL_TIMES = "1e300";

    private final TextFile file;

    RecorderSource(TextFile file) {
        this.file = file;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public SourceReport read(Consumer<HomeEvent> sink) {
        Tally tally = new Tally(sink);
        try (RecorderDatabase database = RecorderDatabase.open(file)) {
            try {
                read(database.connection(), tally);
            } catch (SQLException failed) {
                throw database.failure(failed, " after row " + tally.rows());
            }
        }
        return tally.report();
    }

    private void read(Connection connection, Tally tally) throws SQLException {
        RecorderSchema.check(connection, file.path());
        try (RecorderStates states = new RecorderStates(connection);
                RecorderEvents events = new RecorderEvents(connection)) {
            merge(states, events, tally);
        }
        countTimeless(connection, "states", "last_updated_ts", tally);
    }

    private static void merge(RecorderStates states, RecorderEvents events, Tally tally) throws SQLException {
        while (true) {
            Double stateTime = states.time();
            Double eventTime = events.time();
            if (stateTime == null && eventTime == null) {
                return;
            }
            tally.row();
            // An event explains the states of the same moment, so it goes first.
            boolean isEvent = stateTime == null || eventTime != null && eventTime <= stateTime;
            deliver(isEvent ? events.next() : states.next(), tally);
        }
    }

    private static void deliver(Parsed parsed, Tally tally) {
        switch (parsed) {
            case Parsed.Happened happened -> tally.deliver(happened.event());
            case Parsed.Skipped skipped -> tally.skip(skipped.reason());
        }
    }

    private static void countTimeless(Connection connection, String table, String column, Tally tally)
            throws SQLException {
        String count = "SELECT count(*) FROM " + table + " WHERE " + column;
        tally.skipRows(SkipReason.NO_TIME, number(connection, count + " IS NULL"));
        tally.skipRows(SkipReason.BAD_TIME, number(connection, count + " >= " + BEHIND_ALL_TIMES));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** What both tables are asked for: rows behind a place in the order, oldest first. */
    static String page(String select, String time, String number) {
        return select + " WHERE (" + time + ", " + number + ") > (?, ?) AND " + time + " < " + BEHIND_ALL_TIMES
                + " ORDER BY " + time + ", " + number + " LIMIT ?";
    }

    /**
     * A time of the database in microseconds since 1970; {@link TimeText#NONE} for what is none. Rounded as Home Assistant
     * does it when it shows the time: the second for itself, because the product of all would lose the last digit.
     */
    static long micros(double seconds) {
        long second = (long) Math.floor(seconds);
        long micros = (long) Math.rint((seconds - second) * 1e6);
        return Math.abs(seconds) < 1e11 ? second * 1_000_000 + micros : TimeText.NONE;
    }

    /** The time of a row, or null behind the last one. */
    static @Nullable Double timeOf(RowPages<?> pages) throws SQLException {
        RowPages.Row row = pages.peek();
        return row == null ? null : row.time();
    }
}
