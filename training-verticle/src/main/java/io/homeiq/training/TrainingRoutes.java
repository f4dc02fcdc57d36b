package io.homeiq.training;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.service.Problem;
import io.homeiq.service.ProblemException;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.homeiq.store.training.TrainingRun;
import io.homeiq.store.training.TrainingRunFilter;
import io.homeiq.store.training.TrainingRunRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Starting trainings, seeing how they went, and forgetting them. */
final class TrainingRoutes implements Routes {

    private static final String RUNS = "/api/v1/training/runs";
    private static final int DEFAULT_LIMIT = 20;
    private static final int DEFAULT_OLDER_DAYS = 30;
    private static final int MAX_OLDER_DAYS = 3_650;
    private static final int DEFAULT_KEEP = 10;

    private final TrainingRunner runner;
    private final Announcer announcer;
    private final TrainingRunRepository runs;
    private final HomeId home;
    private final InstantSource clock;

    TrainingRoutes(
            TrainingRunner runner, Announcer announcer, TrainingRunRepository runs, HomeId home, InstantSource clock) {
        this.runner = runner;
        this.announcer = announcer;
        this.runs = runs;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public void addTo(Api api) {
        api.get(RUNS, this::list);
        api.get(
                RUNS + "/{id}",
                request -> announcer
                        .read(connection -> find(connection, request.path("id")))
                        .map(Reply::ok));
        api.act("/api/v1/training/trigger", this::trigger);
        api.delete(
                RUNS + "/{id}",
                request -> announcer
                        .write(connection -> delete(connection, request.path("id")))
                        .map(deleted -> Reply.nothing()));
        api.delete(RUNS, this::deleteOld);
    }

    private Future<Reply> list(Request request) {
        TrainingType type = request.choice("training_type", TrainingType.class);
        TrainingRunFilter filter = new TrainingRunFilter(
                type == null ? null : type.wireName(),
                request.integer("limit", DEFAULT_LIMIT, 1, TrainingRunFilter.MAX_LIMIT),
                request.integer("offset", 0, 0, Integer.MAX_VALUE));
        return announcer.read(connection -> runs.list(connection, home, filter)).map(Reply::ok);
    }

    private Future<Reply> trigger(Request request) {
        TrainingType type = request.choice("training_type", TrainingType.class);
        if (type == null) {
            throw Request.invalid("training_type", "nothing", "one of " + TrainingType.names());
        }
        return runner.trigger(type, "api").map(run -> Reply.accepted(run, RUNS + "/" + run.id()));
    }

    private Future<TrainingRun> find(SqlConnection connection, String id) {
        return runs.find(connection, home, number(id)).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    private Future<Boolean> delete(SqlConnection connection, String id) {
        return find(connection, id)
                .compose(run -> run.isActive()
                        ? Problem.of(
                                        Problem.Kind.CONFLICT,
                                        "the training run " + id + " is active; it can be deleted when it has ended")
                                .asFailure()
                        : runs.delete(connection, home, run.id()));
    }

    private Future<Reply> deleteOld(Request request) {
        int days = request.integer("older_than_days", DEFAULT_OLDER_DAYS, 0, MAX_OLDER_DAYS);
        int keep = request.integer("keep_recent", DEFAULT_KEEP, 0, TrainingRunRepository.KEPT);
        Instant before = clock.instant().minus(Duration.ofDays(days));
        return announcer
                .write(connection -> runs.deleteOld(connection, home, before, keep))
                .map(deleted -> Reply.ok(Map.of(
                        "deleted_count",
                        deleted,
                        "message",
                        "Deleted " + deleted + " runs from more than " + days + " days ago; the latest " + keep
                                + " stay.")));
    }

    /** 0, which no run has, for what is no number. */
    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static ProblemException unknown(String id) {
        return Problem.of(Problem.Kind.NOT_FOUND, "there is no training run " + id + "; see " + RUNS)
                .asException();
    }
}
