package io.homeiq.store.history;

import io.homeiq.contracts.home.EntityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How many events there are of each subject, and in which {@link Slots}: counted with each transaction that adds some, because counting them all
 * takes seconds. A file that a program wrote which did not count is made up for in pieces.
 */
final class Totals {

    /** First and last are milliseconds since 1970. What stands in {@code counted} is the newest number that is counted. */
    static final String TABLES = """
            CREATE TABLE IF NOT EXISTS totals (
                subject INTEGER PRIMARY KEY REFERENCES subjects,
                events INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
            CREATE TABLE IF NOT EXISTS slots (
                subject INTEGER NOT NULL, slot INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
                PRIMARY KEY (subject, slot)) STRICT, WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS counted (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL) STRICT;
            """;

    private static final String COUNTED = "SELECT seq FROM counted";
    private static final String LAST = "SELECT max(seq) FROM events";
    private static final String COUNT = """
            INSERT INTO totals (subject, events, first, last)
            SELECT subject, count(*), min(time / 1000), max(time / 1000) FROM events
            WHERE seq > ? AND seq <= ? GROUP BY subject
            ON CONFLICT (subject) DO UPDATE SET events = totals.events + excluded.events,
                first = min(totals.first, excluded.first), last = max(totals.last, excluded.last)""";
    private static final String NOTE_SLOTS = """
            INSERT INTO slots (subject, slot, first, last)
            SELECT subject, time / %d, min(time / 1000), max(time / 1000) FROM events
            WHERE seq > ? AND seq <= ? GROUP BY 1, 2
            ON CONFLICT (subject, slot) DO UPDATE SET
                first = min(slots.first, excluded.first), last = max(slots.last, excluded.last)""".formatted(Slots.MICROS);
    private static final String OF_ENTITIES = """
            SELECT name, sum(events), min(first), max(last) FROM totals JOIN subjects ON subjects.id = totals.subject
            WHERE kind IN (%d, %d, %d, %d) GROUP BY name ORDER BY name""".formatted(
            EventKind.CHANGED.code(), EventKind.REMOVED.code(), EventKind.AUTOMATION.code(), EventKind.SCRIPT.code());

    private Totals() {}

    /** Counts what a transaction added, within it; unless something before is not counted yet. */
    static void count(Connection writer, long before, long last) throws SQLException {
        if (last > before && Sql.number(writer, COUNTED) == before) {
            count(writer, new Range(before, last));
        }
    }

    /**
     * Counts some more events, within a transaction.
     *
     * @param most the most events to count
     * @return whether all are counted then
     */
    static boolean countOn(Connection writer, int most) throws SQLException {
        long from = Sql.number(writer, COUNTED);
        long last = Sql.number(writer, LAST);
        long to = Math.min(last, from + most);
        if (to > from) {
            count(writer, new Range(from, to));
        }
        return to >= last;
    }

    /** Numbers above the first, up to the second. */
    private record Range(long above, long upTo) {}

    private static void count(Connection writer, Range range) throws SQLException {
        for (String note : List.of(COUNT, NOTE_SLOTS)) {
            try (PreparedStatement statement = writer.prepareStatement(note)) {
                statement.setLong(1, range.above);
                statement.setLong(2, range.upTo);
                statement.executeUpdate();
            }
        }
        Sql.run(writer, "INSERT OR REPLACE INTO counted (id, seq) VALUES (1, " + range.upTo + ")");
    }

    /** In a file that no counting program has opened for writing yet there are none. */
    static EntityTotals read(Connection reader) throws SQLException {
        if (!isThere(reader)) {
            return new EntityTotals(List.of(), Sql.number(reader, LAST) == 0);
        }
        List<EntityTotal> totals = new ArrayList<>();
        try (Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery(OF_ENTITIES)) {
            while (row.next()) {
                totals.add(new EntityTotal(
                        new EntityId(row.getString(1)),
                        row.getLong(2),
                        Instant.ofEpochMilli(row.getLong(3)),
                        Instant.ofEpochMilli(row.getLong(4))));
            }
        }
        return new EntityTotals(totals, isComplete(reader));
    }

    private static boolean isThere(Connection reader) throws SQLException {
        return Sql.number(reader, "SELECT count(*) FROM sqlite_master WHERE name = 'counted'") > 0;
    }

    private static boolean isComplete(Connection reader) throws SQLException {
        return Sql.number(reader, COUNTED) >= Sql.number(reader, LAST);
    }

    /** Whether {@link Slots} are known for all events. */
    static boolean haveSlots(Connection reader) throws SQLException {
        return isThere(reader) && isComplete(reader);
    }
}
