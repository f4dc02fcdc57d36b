package io.homeiq.store.training;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The training runs of all homes, the last {@link #KEPT} of each. */
public final class TrainingRunRepository {

    /** Runs kept for each home. */
    public static final int KEPT = 1_000;

    private static final String ACTIVE = "status IN ('queued', 'running')";
    private static final String START = """
            INSERT INTO training_runs (home, training_type, status, started_at, triggered_by)
            VALUES (?, ?, 'queued', ?, ?) ON CONFLICT DO NOTHING""";
    private static final String NAME = """
            UPDATE training_runs SET run_identifier = 't_' || id
            WHERE home = ? AND training_type = ? AND run_identifier IS NULL AND\s""" + ACTIVE;
    private static final String FIND_ACTIVE =
            "SELECT * FROM training_runs WHERE home = ? AND training_type = ? AND " + ACTIVE;
    private static final String FORGET = """
            DELETE FROM training_runs WHERE home = ?1 AND id IN (
                SELECT id FROM training_runs WHERE home = ?1 ORDER BY id DESC LIMIT -1 OFFSET ?2)""";
    private static final String BEGIN =
            "UPDATE training_runs SET status = 'running' WHERE home = ? AND id = ? AND status = 'queued'";
    private static final String FINISH = """
            UPDATE training_runs
            SET status = 'completed', finished_at = ?, dataset_size = ?, base_model = ?, metrics = ?
            WHERE home = ? AND id = ? AND status = 'running'""";
    private static final String FAIL =
            "UPDATE training_runs SET status = 'failed', finished_at = ?, error_message = ? WHERE home = ? AND id = ? AND "
                    + ACTIVE;
    private static final String LIST_ACTIVE =
            "SELECT * FROM training_runs WHERE home = ? AND " + ACTIVE + " ORDER BY id";
    private static final String FIND = "SELECT * FROM training_runs WHERE home = ? AND id = ?";
    private static final String LIST = """
            SELECT * FROM training_runs WHERE home = ?1 AND (?2 IS NULL OR training_type = ?2)
            ORDER BY id DESC LIMIT ?3 OFFSET ?4""";
    private static final String DELETE = "DELETE FROM training_runs WHERE home = ? AND id = ? AND NOT (" + ACTIVE + ")";
    private static final String DELETE_OLD = """
            DELETE FROM training_runs WHERE home = ?1 AND started_at < ?2 AND status IN ('completed', 'failed')
                AND id NOT IN (SELECT id FROM training_runs WHERE home = ?1 ORDER BY id DESC LIMIT ?3)""";

    private final TrainingRunRows rows;
    private final WireJson json;

    public TrainingRunRepository(WireJson json) {
        this.rows = new TrainingRunRows(json);
        this.json = json;
    }

    /**
     * Puts a run into the queue.
     *
     * @return empty if one of its type is active already; then nothing was written
     */
    public Future<Optional<TrainingRun>> start(
            SqlConnection connection, HomeId home, String type, String triggeredBy, Instant at) {
        return connection
                .preparedQuery(START)
                .execute(Tuple.of(home.value(), type, at.toEpochMilli(), triggeredBy))
                .compose(added -> added.rowCount() == 0
                        ? Future.succeededFuture(Optional.empty())
                        : connection
                                .preparedQuery(NAME)
                                .execute(Tuple.of(home.value(), type))
                                .compose(named ->
                                        connection.preparedQuery(FORGET).execute(Tuple.of(home.value(), KEPT)))
                                .compose(forgotten ->
                                        connection.preparedQuery(FIND_ACTIVE).execute(Tuple.of(home.value(), type)))
                                .map(rows::first));
    }

    /** A queued run begins to work; false if it was not queued any more. */
    public Future<Boolean> begin(SqlConnection connection, HomeId home, long id) {
        return connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(home.value(), id))
                .map(changed -> changed.rowCount() == 1);
    }

    /** Ends a run well; false if it did not run any more. */
    public Future<Boolean> finish(
            SqlConnection connection, HomeId home, long id, TrainingRun.Result result, Instant at) {
        return connection
                .preparedQuery(FINISH)
                .execute(Tuple.of(
                        at.toEpochMilli(),
                        result.datasetSize(),
                        result.baseModel(),
                        json.toText(result.metrics()),
                        home.value(),
                        id))
                .map(changed -> changed.rowCount() == 1);
    }

    /**
     * Ends an active run badly; false if it was not active any more.
     *
     * @param problem one line that names the cause and the cure
     */
    public Future<Boolean> fail(SqlConnection connection, HomeId home, long id, String problem, Instant at) {
        return connection
                .preparedQuery(FAIL)
                .execute(Tuple.of(at.toEpochMilli(), problem, home.value(), id))
                .map(changed -> changed.rowCount() == 1);
    }

    /** Those that wait or work, at most one of each type; the oldest first. */
    public Future<List<TrainingRun>> active(SqlConnection connection, HomeId home) {
        return connection
                .preparedQuery(LIST_ACTIVE)
                .execute(Tuple.of(home.value()))
                .map(rows::all);
    }

    public Future<Optional<TrainingRun>> find(SqlConnection connection, HomeId home, long id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(home.value(), id))
                .map(rows::first);
    }

    /** The latest first. */
    public Future<List<TrainingRun>> list(SqlConnection connection, HomeId home, TrainingRunFilter filter) {
        return connection
                .preparedQuery(LIST)
                .execute(Tuple.of(home.value(), filter.trainingType(), filter.limit(), filter.offset()))
                .map(rows::all);
    }

    /** False if there is no such run, or if it is active. */
    public Future<Boolean> delete(SqlConnection connection, HomeId home, long id) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(home.value(), id))
                .map(deleted -> deleted.rowCount() == 1);
    }

    /**
     * Deletes what ended and was started before a moment.
     *
     * @param keepLatest of all runs so many stay, however old they are; 0 or more
     * @return how many were deleted
     */
    public Future<Integer> deleteOld(SqlConnection connection, HomeId home, Instant before, int keepLatest) {
        return connection
                .preparedQuery(DELETE_OLD)
                .execute(Tuple.of(home.value(), before.toEpochMilli(), keepLatest))
                .map(deleted -> deleted.rowCount());
    }
}
