package io.homeiq.store.query;

import io.homeiq.contracts.home.HomeId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/** What was asked in each home, with the answers. */
public final class QueryRepository {

    private static final String SAVE = """
            INSERT INTO ask_ai_queries (home, id, query, user_id, status, document, confidence, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (home, id) DO UPDATE SET query = excluded.query, status = excluded.status,
                document = excluded.document, confidence = excluded.confidence""";
    private static final String FIND = "SELECT * FROM ask_ai_queries WHERE home = ? AND id = ?";
    private static final String TRIM = """
            DELETE FROM ask_ai_queries WHERE home = ? AND id IN (
                SELECT id FROM ask_ai_queries WHERE home = ? ORDER BY created_at DESC, id LIMIT -1 OFFSET ?)""";

    /** Adds it, or replaces words and answer of the one with this id, which keeps who asked and when. */
    public Future<Void> save(SqlConnection connection, HomeId home, StoredQuery query) {
        return connection
                .preparedQuery(SAVE)
                .execute(Tuple.of(
                                home.value(),
                                query.id(),
                                query.query(),
                                query.userId(),
                                query.status(),
                                query.document())
                        .addDouble(query.confidence())
                        .addLong(query.createdAt().toEpochMilli()))
                .mapEmpty();
    }

    public Future<Optional<StoredQuery>> find(SqlConnection connection, HomeId home, String id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(home.value(), id))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(stored(row.next())) : Optional.empty();
                });
    }

    /**
     * Forgets all but the latest.
     *
     * @return how many were forgotten
     */
    public Future<Integer> trim(SqlConnection connection, HomeId home, int kept) {
        return connection
                .preparedQuery(TRIM)
                .execute(Tuple.of(home.value(), home.value(), kept))
                .map(rows -> rows.rowCount());
    }

    private static StoredQuery stored(Row row) {
        return new StoredQuery(
                row.getString("id"),
                row.getString("query"),
                row.getString("user_id"),
                row.getString("status"),
                row.getString("document"),
                row.getDouble("confidence"),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
