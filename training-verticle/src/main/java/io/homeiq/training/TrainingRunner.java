package io.homeiq.training;

import io.homeiq.contracts.json.WireException;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.mining.ranking.RankingModel;
import io.homeiq.service.OneAtATime;
import io.homeiq.service.Problem;
import io.homeiq.service.Worker;
import io.homeiq.store.training.TrainedModel;
import io.homeiq.store.training.TrainingRun;
import io.homeiq.training.ranking.RankerOutcome;
import io.homeiq.training.ranking.RankerTraining;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains on a thread of its own, one after the other. */
final class TrainingRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingRunner.class);

    private final TrainingBook book;
    private final RankerTraining ranker;
    private final Worker worker;
    private final WireJson json;
    private final TrainingCount count;
    private final OneAtATime turns = new OneAtATime();
    private final AtomicBoolean stopped = new AtomicBoolean();

    TrainingRunner(TrainingBook book, RankerTraining ranker, Worker worker, WireJson json, TrainingCount count) {
        this.book = book;
        this.ranker = ranker;
        this.worker = worker;
        this.json = json;
        this.count = count;
    }

    /**
     * Begins a training; it goes on after the answer.
     *
     * @param triggeredBy for example {@code api}
     * @return fails with a {@link io.homeiq.service.ProblemException} (409) while one of this type is active
     */
    Future<TrainingRun> trigger(TrainingType type, String triggeredBy) {
        return book.start(type, triggeredBy).compose(started -> {
            if (started.isEmpty()) {
                return Problem.of(
                                Problem.Kind.CONFLICT,
                                "a training of " + type.wireName()
                                        + " is active; see /api/v1/training/runs, and ask again when it has ended")
                        .asFailure();
            }
            TrainingRun run = started.get();
            // It succeeds however the run ends, and the run tells how.
            turns.run(() -> train(type, run)).onFailure(broken -> LOG.error("a training was left open", broken));
            return Future.succeededFuture(run);
        });
    }

    private Future<Void> train(TrainingType type, TrainingRun run) {
        Instant begun = book.now();
        return book.begin(run)
                .compose(working -> book.promoted(type))
                .compose(promoted -> {
                    TrainedModel before = promoted.orElse(null);
                    return onWorker(before)
                            .compose(outcome ->
                                    book.complete(run, outcome, before).onSuccess(kept -> tell(run, outcome)));
                })
                .onSuccess(done -> count.ended(run, true, Duration.between(begun, book.now())))
                .recover(failure -> {
                    count.ended(run, false, Duration.between(begun, book.now()));
                    return fail(run, failure);
                });
    }

    private Future<RankerOutcome> onWorker(@Nullable TrainedModel before) {
        return worker.run(() -> ranker.run(modelOf(before), stopped::get));
    }

    /** A model that this program cannot read cannot be compared with. */
    private @Nullable RankingModel modelOf(@Nullable TrainedModel stored) {
        try {
            return stored == null ? null : json.read(stored.document(), RankingModel.class);
        } catch (WireException e) {
            LOG.warn("the model {} is not compared with: {}", stored.id(), e.getMessage());
            return null;
        }
    }

    private static void tell(TrainingRun run, RankerOutcome outcome) {
        LOG.atInfo()
                .addKeyValue("run_id", run.runIdentifier())
                .log("training of {} done: {} examples, {}", run.trainingType(), outcome.learned(), outcome.metrics());
    }

    private Future<Void> fail(TrainingRun run, Throwable failure) {
        LOG.atWarn().addKeyValue("run_id", run.runIdentifier()).log("training failed: {}", failure.toString());
        String problem =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return book.fail(run, problem.isBlank() ? failure.getClass().getSimpleName() : problem);
    }

    /** Gives up what is being trained; succeeds when that is noted. */
    Future<Void> stop() {
        stopped.set(true);
        return turns.run(Future::<Void>succeededFuture);
    }
}
