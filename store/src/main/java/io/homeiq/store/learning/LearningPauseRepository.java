package io.homeiq.store.learning;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.store.learning.LearningPauses.Pause;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stored times in which nothing is learned. */
public final class LearningPauseRepository {

    /** Of one home; beyond them the two oldest become one, which only leaves more out. */
    static final int MAX_PAUSES = 1_000;

    private static final String LIST =
            "SELECT paused_at, resumed_at FROM learning_pauses WHERE home = ? ORDER BY paused_at";
    private static final String BEGIN = "INSERT INTO learning_pauses (home, paused_at, resumed_at) VALUES (?, ?, NULL)"
            + " ON CONFLICT (home, paused_at) DO UPDATE SET resumed_at = NULL";
    private static final String END =
            "UPDATE learning_pauses SET resumed_at = max(paused_at, ?)" + " WHERE home = ? AND resumed_at IS NULL";
    private static final String REMOVE = "DELETE FROM learning_pauses WHERE home = ? AND paused_at = ?";
    private static final String STRETCH = "UPDATE learning_pauses SET resumed_at = ? WHERE home = ? AND paused_at = ?";

    /** All of them. */
    public Future<LearningPauses> load(SqlConnection connection, HomeId home) {
        return connection.preparedQuery(LIST).execute(Tuple.of(home.value())).map(rows -> {
            List<Pause> pauses = new ArrayList<>();
            for (Row row : rows) {
                Long until = row.getLong("resumed_at");
                pauses.add(new Pause(
                        Instant.ofEpochMilli(row.getLong("paused_at")),
                        until == null ? null : Instant.ofEpochMilli(until)));
            }
            return new LearningPauses(pauses);
        });
    }

    /**
     * Nothing is learned from now on.
     *
     * @return false if that was so already; then nothing is changed
     */
    public Future<Boolean> pause(SqlConnection connection, HomeId home, Instant now) {
        return load(connection, home)
                .compose(known -> known.isLearning()
                        ? makeRoom(connection, home, known.pauses())
                                .compose(room -> begin(connection, home, startAfter(known.pauses(), now)))
                                .map(true)
                        : Future.succeededFuture(false));
    }

    /** A clock that was set back must not put a pause before the one that is over. */
    private static Instant startAfter(List<Pause> known, Instant now) {
        Instant last = known.isEmpty() ? null : known.getLast().until();
        return last != null && now.isBefore(last) ? last : now;
    }

    private static Future<Void> begin(SqlConnection connection, HomeId home, Instant now) {
        return connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(home.value(), now.toEpochMilli()))
                .mapEmpty();
    }

    private static Future<Void> makeRoom(SqlConnection connection, HomeId home, List<Pause> known) {
        Instant until = known.size() < MAX_PAUSES ? null : known.get(1).until();
        return until == null
                ? Future.succeededFuture()
                : connection
                        .preparedQuery(REMOVE)
                        .execute(Tuple.of(home.value(), known.get(1).from().toEpochMilli()))
                        .compose(removed -> connection
                                .preparedQuery(STRETCH)
                                .execute(Tuple.of(
                                        until.toEpochMilli(),
                                        home.value(),
                                        known.get(0).from().toEpochMilli())))
                        .mapEmpty();
    }

    /**
     * Habits are learned from now on.
     *
     * @return false if that was so already
     */
    public Future<Boolean> resume(SqlConnection connection, HomeId home, Instant now) {
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(now.toEpochMilli(), home.value()))
                .map(ended -> ended.rowCount() > 0);
    }
}
