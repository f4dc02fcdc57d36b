package io.homeiq.store.cursor;

import io.homeiq.contracts.home.HomeId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/** The last sequence number of a home's history that each consumer has dealt with, set in the transaction of its effect. */
public final class CursorRepository {

    private static final String GET = "SELECT seq FROM cursors WHERE home = ? AND consumer = ?";
    private static final String SET = """
            INSERT INTO cursors (home, consumer, seq) VALUES (?, ?, ?)
            ON CONFLICT (home, consumer) DO UPDATE SET seq = excluded.seq""";

    /** 0 if the consumer has read nothing yet. */
    public Future<Long> get(SqlConnection connection, HomeId home, String consumer) {
        return connection
                .preparedQuery(GET)
                .execute(Tuple.of(home.value(), consumer))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? row.next().getLong("seq") : 0L;
                });
    }

    /**
     * Remembers how far the consumer is.
     *
     * @param seq may be lower than before: then the consumer reads that part again
     */
    public Future<Void> set(SqlConnection connection, HomeId home, String consumer, long seq) {
        if (seq < 0) {
            return Future.failedFuture(new IllegalArgumentException("seq must be 0 or more, was: " + seq));
        }
        return connection
                .preparedQuery(SET)
                .execute(Tuple.of(home.value(), consumer, seq))
                .mapEmpty();
    }

    /** As {@link #get(SqlConnection, HomeId, String)}, in a process that serves one home only. */
    public Future<Long> get(SqlConnection connection, String consumer) {
        return get(connection, HomeId.DEFAULT, consumer);
    }

    /** As {@link #set(SqlConnection, HomeId, String, long)}, in a process that serves one home only. */
    public Future<Void> set(SqlConnection connection, String consumer, long seq) {
        return set(connection, HomeId.DEFAULT, consumer, seq);
    }
}
