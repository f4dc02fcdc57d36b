package io.homeiq.store;

import io.homeiq.store.StoreException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.jdbcclient.JDBCPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The one database of all services, which may be several processes on one volume. Each table has one owning service;
 * the others only read it. Safe to use from any thread.
 *
 * <p>Failures of the database arrive as {@link StoreException}; what the given work fails with arrives unchanged.
 */
public final class SharedDatabase {

    private static final int READERS = 2;

    /** Transactions that may wait for a connection; more fail with {@code BUSY}. */
    private static final int MAX_WAITING = 2_000;

    /** Longer than SQLite itself waits for other processes. Also ends a transaction begun inside another one's work. */
    private static final int WAIT_SECONDS = 30;

    /** With less SQLite soon cannot write. In bytes. */
    private static final long LEAST_FREE = 1L << 20;

    private final Vertx vertx;
    private final Path file;
    private final LongSupplier freeBytes;
    private final WriteProbe probe = new WriteProbe();
    private final Pool writer;
    private final Pool readers;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicBoolean readWell = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Promise<Void> idle = Promise.promise();

    private SharedDatabase(Vertx vertx, Path file, LongSupplier freeBytes) {
        this.vertx = vertx;
        this.file = file;
        this.freeBytes = freeBytes;
        writer = JDBCPool.pool(vertx, SharedFile.writer(file), pool(1));
        readers = JDBCPool.pool(vertx, SharedFile.reader(file), pool(READERS));
    }

    private static PoolOptions pool(int connections) {
        return new PoolOptions()
                .setMaxSize(connections)
                .setMaxWaitQueueSize(MAX_WAITING)
                .setConnectionTimeout(WAIT_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    }

    /**
     * Opens the database, in a folder that exists, and brings it to the newest version.
     *
     * @return fails with a {@link StoreException}: {@code FOREIGN}, {@code NEWER_VERSION} or {@code CORRUPT} for a file
     *     that cannot be taken, which then stays as it is; {@code DISK_FULL}; {@code FAILED}
     */
    public static Future<SharedDatabase> open(Vertx vertx, Path file) {
        return open(vertx, file, () -> file.toAbsolutePath().toFile().getUsableSpace());
    }

    /** @param freeBytes how much may still be written on the disk; may block */
    static Future<SharedDatabase> open(Vertx vertx, Path file, LongSupplier freeBytes) {
        return vertx.executeBlocking(() -> {
                    Migrations.migrate(file, Migrations.SCRIPTS.size());
                    return true;
                })
                .map(migrated -> new SharedDatabase(vertx, file, freeBytes));
    }

    /**
     * Runs the work as one transaction that no other process writes into. It is committed when the future succeeds, and
     * has reached the disk by then; if it fails, nothing of it happened.
     *
     * <p>There is one such transaction at a time. The work must not wait for another {@code write}, nor for anything slow.
     */
    public <T> Future<T> write(Function<SqlConnection, Future<T>> work) {
        return transaction(writer, "BEGIN IMMEDIATE", "write", work).onComplete(done -> {
            writes.incrementAndGet();
            probe.note(done.failed() ? done.cause() : null);
        });
    }

    /** How many transactions of this process wrote so far; grows before the future of a {@link #write} succeeds. */
    public long writes() {
        return writes.get();
    }

    /** Runs the work on one unchanging view of the database, without keeping any writer waiting. */
    public <T> Future<T> read(Function<SqlConnection, Future<T>> work) {
        return transaction(readers, "BEGIN DEFERRED", "read", work).onSuccess(done -> readWell.set(true));
    }

    private <T> Future<T> transaction(Pool pool, String begin, String action, Function<SqlConnection, Future<T>> work) {
        if (closing.get()) {
            return Future.failedFuture(closed());
        }
        running.incrementAndGet();
        return pool.getConnection()
                .compose(connection -> connection
                        .query(begin)
                        .execute()
                        .compose(begun -> work.apply(connection))
                        .compose(result -> connection.query("COMMIT").execute().map(result))
                        .recover(failure -> rollBack(connection, failure))
                        .eventually(connection::close))
                .recover(failure -> Future.failedFuture(translate(action, failure)))
                .onComplete(any -> ended());
    }

    private StoreException closed() {
        return new StoreException(Kind.CLOSED, "Database " + file + " is closed.");
    }

    private void ended() {
        if (running.decrementAndGet() == 0 && closing.get()) {
            idle.tryComplete();
        }
    }

    /** SQLite has rolled back by itself after some failures; then this one says so, and it does not matter. */
    private static <T> Future<T> rollBack(SqlConnection connection, Throwable failure) {
        return connection.query("ROLLBACK").execute().transform(any -> Future.failedFuture(failure));
    }

    private Throwable translate(String action, Throwable failure) {
        if (failure instanceof SQLException sql) {
            return StoreException.of(file, action, sql);
        }
        if (failure instanceof ConnectionPoolTooBusyException || "Timeout".equals(failure.getMessage())) {
            return new StoreException(
                    Kind.BUSY,
                    "Cannot " + action + " in " + file
                            + ": too many others wait for the database. It is tried again; if this stays, the disk is too slow.",
                    failure);
        }
        return failure;
    }

    /**
     * Succeeds if the database can be read and written now. It waits while another process keeps it locked. What others did well since the last
     * question is not tried, for there may be a queue; and nothing is written as long as writing went well the last time.
     *
     * @return fails with a {@link StoreException}
     */
    public Future<Void> check() {
        if (closing.get()) {
            return Future.failedFuture(closed());
        }
        Future<?> reading = readWell.getAndSet(false) ? Future.succeededFuture() : tryToRead();
        return Future.all(checkSpace(), reading, probe.ask(this::tryToWrite)).mapEmpty();
    }

    private Future<?> tryToRead() {
        return transaction(
                readers,
                "BEGIN DEFERRED",
                "read",
                connection ->
                        connection.query("SELECT count(*) FROM outbox_lease").execute());
    }

    private Future<Void> checkSpace() {
        return vertx.executeBlocking(() -> freeBytes.getAsLong() >= LEAST_FREE, false)
                .compose(enough -> Boolean.TRUE.equals(enough)
                        ? Future.succeededFuture()
                        : Future.failedFuture(new StoreException(
                                Kind.DISK_FULL,
                                "No space is left on the disk of " + file + ". Free some space and it goes on.")));
    }

    /** Takes the lock of writers. After a write that failed, the header is written again as it is. */
    private Future<Void> tryToWrite() {
        return transaction(
                writer,
                "BEGIN IMMEDIATE",
                "write",
                connection -> probe.isBroken()
                        ? connection
                                .query("PRAGMA user_version")
                                .execute()
                                .compose(rows -> connection
                                        .query("PRAGMA user_version = "
                                                + rows.iterator().next().getLong(0))
                                        .execute())
                                .mapEmpty()
                        : Future.succeededFuture());
    }

    /** Takes no more work, lets what was begun end, and then closes. */
    public Future<Void> close() {
        closing.set(true);
        if (running.get() == 0) {
            idle.tryComplete();
        }
        return idle.future().compose(any -> readers.close()).eventually(writer::close);
    }
}
