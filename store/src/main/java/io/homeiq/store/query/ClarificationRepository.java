package io.homeiq.store.query;

import io.homeiq.contracts.home.HomeId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/** What is being clarified in each home: at most one conversation for a query. */
public final class ClarificationRepository {

    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    private static final String SAVE = """
            INSERT INTO clarification_sessions (home, id, query_id, rounds, status, document, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (home, id) DO UPDATE SET rounds = excluded.rounds, status = excluded.status,
                document = excluded.document, updated_at = excluded.updated_at""";
    private static final String FIND = "SELECT * FROM clarification_sessions WHERE home = ? AND id = ?";
    private static final String TRIM = """
            DELETE FROM clarification_sessions WHERE home = ? AND query_id NOT IN (
                SELECT id FROM ask_ai_queries WHERE home = ?)""";

    /** Adds it, or takes it one step further. */
    public Future<Void> save(SqlConnection connection, HomeId home, Clarification clarification) {
        long at = clarification.updatedAt().toEpochMilli();
        return connection
                .preparedQuery(SAVE)
                .execute(Tuple.of(
                                home.value(),
                                clarification.queryId(),
                                clarification.queryId(),
                                clarification.rounds(),
                                clarification.open() ? OPEN : CLOSED,
                                clarification.document())
                        .addLong(at)
                        .addLong(at))
                .mapEmpty();
    }

    public Future<Optional<Clarification>> find(SqlConnection connection, HomeId home, String queryId) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(home.value(), queryId))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(stored(row.next())) : Optional.empty();
                });
    }

    /** Forgets those whose query is forgotten. */
    public Future<Integer> trim(SqlConnection connection, HomeId home) {
        return connection
                .preparedQuery(TRIM)
                .execute(Tuple.of(home.value(), home.value()))
                .map(rows -> rows.rowCount());
    }

    private static Clarification stored(Row row) {
        return new Clarification(
                row.getString("query_id"),
                row.getInteger("rounds"),
                OPEN.equals(row.getString("status")),
                row.getString("document"),
                Instant.ofEpochMilli(row.getLong("updated_at")));
    }
}
