package io.homeiq.store;

import static io.homeiq.store.Futures.get;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.util.function.Function;

/** A shared database with a Vert.x of its own, as one process has it. */
public final class OpenDatabase implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final SharedDatabase database;

    public OpenDatabase(Path file) {
        database = get(SharedDatabase.open(vertx, file));
    }

    public Vertx vertx() {
        return vertx;
    }

    public SharedDatabase database() {
        return database;
    }

    /** Waits for a transaction. */
    public <T> T write(Function<SqlConnection, Future<T>> work) {
        return get(database.write(work));
    }

    /** Waits for what was read. */
    public <T> T read(Function<SqlConnection, Future<T>> work) {
        return get(database.read(work));
    }

    /** Runs a statement in a transaction of its own. */
    public void run(String sql) {
        get(database.write(connection -> connection.query(sql).execute()));
    }

    /** The number in the first row and column. */
    public long number(String sql) {
        return read(connection -> connection
                .query(sql)
                .execute()
                .map(rows -> ((Number) rows.iterator().next().getValue(0)).longValue()));
    }

    @Override
    public void close() {
        get(database.close().eventually(vertx::close));
    }
}
