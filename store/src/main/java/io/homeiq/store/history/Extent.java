package io.homeiq.store.history;

import io.homeiq.contracts.home.EntityId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far the history reaches, and whom it knows: without looking at its events one by one. */
final class Extent {

    private static final String OF_CHANGES =
            " FROM subjects WHERE kind IN (" + EventKind.CHANGED.code() + ", " + EventKind.REMOVED.code() + ")";
    private static final String ENTITIES = "SELECT DISTINCT name" + OF_CHANGES;
    private static final String ALL_ENTITIES =
            ENTITIES.replace(")", ", " + EventKind.AUTOMATION.code() + ", " + EventKind.SCRIPT.code() + ")");
    private static final String COUNT_ENTITIES = "SELECT count(DISTINCT name)" + OF_CHANGES;

    private Extent() {}

    static HistorySummary summary(Connection connection) throws SQLException {
        long last = Sql.number(connection, "SELECT max(seq) FROM events");
        long count = last == 0 ? 0 : last - Sql.number(connection, "SELECT min(seq) FROM events") + 1;
        int entities = (int) Sql.number(connection, COUNT_ENTITIES);
        Instant first = count == 0 ? null : end(connection, "min", "ASC");
        Instant latest = count == 0 ? null : end(connection, "max", "DESC");
        return new HistorySummary(count, first, latest, last, entities);
    }

    private static Instant end(Connection connection, String extreme, String direction) throws SQLException {
        return Times.instant(Sql.number(
                connection,
                "SELECT " + extreme
                        + "(time) FROM events WHERE time / 1000 = (SELECT time / 1000 FROM events ORDER BY time / 1000 "
                        + direction + " LIMIT 1)"));
    }

    /** @param alsoRun whether those count that only ran, as automations do */
    static Set<EntityId> entities(Connection connection, boolean alsoRun) throws SQLException {
        Set<EntityId> entities = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(alsoRun ? ALL_ENTITIES : ENTITIES)) {
            while (names.next()) {
                entities.add(new EntityId(names.getString(1)));
            }
        }
        return entities;
    }

    /** The start of the millisecond that a query of {@link ScanQuery#edge} tells; null if there are not so many events. */
    static @Nullable Instant edge(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Instant.ofEpochMilli(row.getLong(1)) : null;
        }
    }
}
