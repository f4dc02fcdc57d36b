package io.homeiq.store.analysis;

import io.homeiq.contracts.home.HomeId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The runs of the analysis of all homes, the last {@link #KEPT} of each. */
public final class AnalysisRunRepository {

    /** Runs kept for each home. */
    public static final int KEPT = 200;

    private static final String START = """
            INSERT INTO analysis_run_status (home, id, status, triggered_by, started_at)
            VALUES (?, ?, 'running', ?, ?) ON CONFLICT DO NOTHING""";
    private static final String FORGET = """
            DELETE FROM analysis_run_status WHERE home = ?1 AND id IN (
                SELECT id FROM analysis_run_status WHERE home = ?1 ORDER BY started_at DESC, id LIMIT -1 OFFSET ?2)""";
    private static final String PROGRESS =
            "UPDATE analysis_run_status SET stage = ?, progress = ? WHERE home = ? AND id = ? AND status = 'running'";
    private static final String FINISH = """
            UPDATE analysis_run_status
            SET status = 'completed', finished_at = ?, progress = 1, events = ?, patterns = ?, proven = ?
            WHERE home = ? AND id = ? AND status = 'running'""";
    private static final String FAIL = """
            UPDATE analysis_run_status SET status = 'failed', finished_at = ?, error_message = ?
            WHERE home = ? AND id = ? AND status IN ('queued', 'running')""";
    private static final String ABANDON = """
            UPDATE analysis_run_status SET status = 'failed', finished_at = ?, error_message = ?
            WHERE home = ? AND status IN ('queued', 'running')""";
    private static final String LIST =
            "SELECT * FROM analysis_run_status WHERE home = ? ORDER BY started_at DESC, id LIMIT ?";

    /**
     * Begins a run.
     *
     * @param id new for each run
     * @return false if one of the home is active already; then nothing was written
     */
    public Future<Boolean> start(SqlConnection connection, HomeId home, String id, String triggeredBy, Instant at) {
        return connection
                .preparedQuery(START)
                .execute(Tuple.of(home.value(), id, triggeredBy, at.toEpochMilli()))
                .compose(added -> connection
                        .preparedQuery(FORGET)
                        .execute(Tuple.of(home.value(), KEPT))
                        .map(added.rowCount() == 1));
    }

    /**
     * Notes how far an active run is.
     *
     * @param progress 0 to 1
     */
    public Future<Void> progress(SqlConnection connection, HomeId home, String id, String stage, double progress) {
        return connection
                .preparedQuery(PROGRESS)
                .execute(Tuple.of(stage, progress, home.value(), id))
                .mapEmpty();
    }

    /** Ends an active run well; false if it was not active any more. */
    public Future<Boolean> finish(
            SqlConnection connection, HomeId home, String id, AnalysisRun.Result result, Instant at) {
        return connection
                .preparedQuery(FINISH)
                .execute(Tuple.of(
                        at.toEpochMilli(), result.events(), result.patterns(), result.proven(), home.value(), id))
                .map(changed -> changed.rowCount() == 1);
    }

    /**
     * Ends an active run badly; false if it was not active any more.
     *
     * @param problem one line that names the cause and the cure
     */
    public Future<Boolean> fail(SqlConnection connection, HomeId home, String id, String problem, Instant at) {
        return connection
                .preparedQuery(FAIL)
                .execute(Tuple.of(at.toEpochMilli(), problem, home.value(), id))
                .map(changed -> changed.rowCount() == 1);
    }

    /** Ends what an earlier process left active when it died: to be called when the service starts. */
    public Future<Void> failAbandoned(SqlConnection connection, HomeId home, String problem, Instant at) {
        return connection
                .preparedQuery(ABANDON)
                .execute(Tuple.of(at.toEpochMilli(), problem, home.value()))
                .mapEmpty();
    }

    /** The run begun last, if there was one. */
    public Future<Optional<AnalysisRun>> latest(SqlConnection connection, HomeId home) {
        return list(connection, home, 1).map(runs -> runs.stream().findFirst());
    }

    /** The latest first. */
    public Future<List<AnalysisRun>> list(SqlConnection connection, HomeId home, int limit) {
        return connection
                .preparedQuery(LIST)
                .execute(Tuple.of(home.value(), limit))
                .map(rows -> {
                    List<AnalysisRun> runs = new ArrayList<>();
                    rows.forEach(row -> runs.add(run(row)));
                    return runs;
                });
    }

    private static AnalysisRun run(Row row) {
        AnalysisStatus status = AnalysisStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
        AnalysisRun.Result result = status == AnalysisStatus.COMPLETED
                ? new AnalysisRun.Result(row.getLong("events"), row.getInteger("patterns"), row.getInteger("proven"))
                : null;
        Long finishedAt = row.getLong("finished_at");
        return new AnalysisRun(
                row.getString("id"),
                status,
                row.getString("triggered_by"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                finishedAt == null ? null : Instant.ofEpochMilli(finishedAt),
                row.getString("stage"),
                row.getDouble("progress"),
                result,
                row.getString("error_message"));
    }
}
