package io.homeiq.training;

import io.homeiq.contracts.event.ModelPromoted;
import io.homeiq.contracts.event.TrainingCompleted;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.event.Announcer;
import io.homeiq.store.training.ModelRepository;
import io.homeiq.store.training.TrainedModel;
import io.homeiq.store.training.TrainingRun;
import io.homeiq.store.training.TrainingRunRepository;
import io.homeiq.training.ranking.RankerOutcome;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runs and models of one home as they are stored, with the events that tell of them in the same transaction. */
final class TrainingBook {

    /** What a process that died left behind fails with. */
    private static final String ABANDONED = "the service ended while it trained; start the training again";

    private final Announcer announcer;
    private final TrainingRunRepository runs;
    private final ModelRepository models;
    private final WireJson json;
    private final HomeId home;
    private final InstantSource clock;

    TrainingBook(Announcer announcer, TrainingRunRepository runs, WireJson json, HomeId home, InstantSource clock) {
        this.announcer = announcer;
        this.runs = runs;
        this.models = new ModelRepository(json);
        this.json = json;
        this.home = home;
        this.clock = clock;
    }

    /** To the millisecond, as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Ends what a process before left active. To be called before the first run. */
    Future<Void> failAbandoned() {
        return announcer.write(connection -> runs.active(connection, home).compose(left -> failAll(connection, left)));
    }

    private Future<Void> failAll(SqlConnection connection, List<TrainingRun> left) {
        Future<Void> done = Future.succeededFuture();
        for (TrainingRun run : left) {
            done = done.compose(before -> fail(connection, run, ABANDONED));
        }
        return done;
    }

    /** Empty if one of this type is active. */
    Future<Optional<TrainingRun>> start(TrainingType type, String triggeredBy) {
        return announcer.write(connection -> runs.start(connection, home, type.wireName(), triggeredBy, now()));
    }

    /** The run begins to work; fails if it was ended meanwhile. */
    Future<Void> begin(TrainingRun run) {
        return announcer
                .write(connection -> runs.begin(connection, home, run.id()))
                .compose(begun -> begun
                        ? Future.succeededFuture()
                        : Future.failedFuture(new IllegalStateException("another process has ended this run")));
    }

    /** The model in use. */
    Future<Optional<TrainedModel>> promoted(TrainingType type) {
        return announcer.read(connection -> models.promoted(connection, home, type.wireName()));
    }

    /**
     * Keeps what the run came to, and promotes its model if it is worth it.
     *
     * @param before the model that it had to match; null if there was none
     */
    Future<Void> complete(TrainingRun run, RankerOutcome outcome, @Nullable TrainedModel before) {
        TrainingRun.Result result =
                new TrainingRun.Result(outcome.learned(), before == null ? null : before.id(), outcome.metrics());
        return announcer.write(connection -> runs.finish(connection, home, run.id(), result, now())
                .compose(finished -> finished
                        ? keep(connection, run, outcome)
                        : Future.failedFuture(new IllegalStateException("another process has ended this run"))));
    }

    private Future<Void> keep(SqlConnection connection, TrainingRun run, RankerOutcome outcome) {
        Map<String, Double> metrics = outcome.metrics();
        TrainedModel.Draft draft = new TrainedModel.Draft(
                run.trainingType(), json.toText(outcome.model()), metrics, outcome.isWorthPromoting());
        return models.add(connection, home, draft, now())
                .compose(model -> announcer
                        .announce(
                                connection,
                                new TrainingCompleted(run.runIdentifier(), run.trainingType(), true, metrics))
                        .compose(told -> model.promotedAt() == null
                                ? Future.succeededFuture()
                                : announcer
                                        .announce(
                                                connection,
                                                new ModelPromoted(model.id(), model.type(), model.version(), metrics))
                                        .mapEmpty()));
    }

    /** @param problem one line that names the cause and the cure */
    Future<Void> fail(TrainingRun run, String problem) {
        return announcer.write(connection -> fail(connection, run, problem));
    }

    private Future<Void> fail(SqlConnection connection, TrainingRun run, String problem) {
        return runs.fail(connection, home, run.id(), problem, now())
                .compose(failed -> failed
                        ? announcer
                                .announce(
                                        connection,
                                        new TrainingCompleted(run.runIdentifier(), run.trainingType(), false, Map.of()))
                                .mapEmpty()
                        : Future.succeededFuture());
    }
}
