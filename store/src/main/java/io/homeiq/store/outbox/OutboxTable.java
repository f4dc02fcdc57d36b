package io.homeiq.store.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.Topic;
import io.homeiq.store.SharedDatabase;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One service's part of the outbox, and its lease. */
final class OutboxTable {

    private static final String CLAIM = """
            INSERT INTO outbox_lease (service, holder, until) VALUES (?1, ?2, ?3)
            ON CONFLICT (service) DO UPDATE SET holder = excluded.holder, until = excluded.until
            WHERE holder = excluded.holder OR until <= ?4 OR until > ?3""";
    private static final String RELEASE = "DELETE FROM outbox_lease WHERE service = ? AND holder = ?";
    private static final String WAITING =
            "SELECT id, event_id, topic, payload FROM outbox WHERE service = ? AND waiting = 1 ORDER BY id LIMIT ?";
    private static final String COUNT = "SELECT count(*) AS waiting FROM outbox WHERE service = ? AND waiting = 1";
    private static final String MARK = """
            UPDATE outbox SET waiting = 0, published_at = ifnull(published_at, ?)
            WHERE service = ? AND waiting = 1 AND id BETWEEN ? AND ?""";
    private static final String FORGET = "DELETE FROM outbox WHERE service = ? AND waiting = 0 AND published_at <= ?";
    private static final String REPEAT =
            "UPDATE outbox SET waiting = 1 WHERE service = ? AND waiting = 0 AND published_at > ?";

    private final SharedDatabase database;
    private final String service;
    private final String holder;
    private final OutboxSettings settings;

    OutboxTable(SharedDatabase database, String service, String holder, OutboxSettings settings) {
        this.database = database;
        this.service = service;
        this.holder = holder;
        this.settings = settings;
    }

    record Waiting(long id, OutboxMessage message) {}

    /**
     * Takes or prolongs the lease and lets every event younger than the time to live wait again if so asked. A lease
     * from the future is one from before the clock was set back, and does not count.
     *
     * @return whether the lease is ours until {@code until}
     */
    Future<Boolean> claim(Instant now, Instant until, boolean repeat) {
        return database.write(connection -> connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(service, holder, until.toEpochMilli(), now.toEpochMilli()))
                .compose(claimed -> {
                    boolean ours = claimed.rowCount() > 0;
                    return ours && repeat ? repeat(connection, now).map(true) : Future.succeededFuture(ours);
                }));
    }

    private Future<Void> repeat(SqlConnection connection, Instant now) {
        long youngerThan = now.minus(settings.timeToLive()).toEpochMilli();
        return connection
                .preparedQuery(REPEAT)
                .execute(Tuple.of(service, youngerThan))
                .mapEmpty();
    }

    Future<Void> release() {
        return database.write(connection -> connection
                .preparedQuery(RELEASE)
                .execute(Tuple.of(service, holder))
                .mapEmpty());
    }

    /** The next ones, oldest first. */
    Future<List<Waiting>> next() {
        return database.read(connection -> connection
                .preparedQuery(WAITING)
                .execute(Tuple.of(service, settings.batch()))
                .map(rows -> {
                    List<Waiting> waiting = new ArrayList<>();
                    rows.forEach(row -> waiting.add(waiting(row)));
                    return waiting;
                }));
    }

    private static Waiting waiting(Row row) {
        OutboxMessage message = new OutboxMessage(
                new Topic(row.getString("topic")),
                row.getString("payload").getBytes(UTF_8),
                new EventId(row.getString("event_id")));
        return new Waiting(row.getLong("id"), message);
    }

    Future<Long> count() {
        return database.read(connection -> connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(service))
                .map(rows -> rows.iterator().next().getLong("waiting")));
    }

    /** These were confirmed; what was confirmed longer ago than the time to live goes. */
    Future<Void> mark(long first, long last, Instant now) {
        long olderThan = now.minus(settings.timeToLive()).toEpochMilli();
        return database.write(connection -> connection
                .preparedQuery(MARK)
                .execute(Tuple.of(now.toEpochMilli(), service, first, last))
                .compose(marked -> connection.preparedQuery(FORGET).execute(Tuple.of(service, olderThan)))
                .mapEmpty());
    }
}
