package io.homeiq.pattern;

import io.homeiq.contracts.event.AnalysisCompleted;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.mining.Analysis;
import io.homeiq.mining.Period;
import io.homeiq.service.Problem;
import io.homeiq.service.ProblemException;
import io.homeiq.service.event.Announcer;
import io.homeiq.store.analysis.AnalysisRun;
import io.homeiq.store.analysis.AnalysisRunRepository;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs analyses of the whole history, one at a time, and tells how far the present one is. */
final class AnalysisRunner {

    private static final Logger LOG = LoggerFactory.getLogger(AnalysisRunner.class);

    private final HistoryFollower follower;
    private final PatternStore store;
    private final Announcer announcer;
    private final AnalysisRunRepository runs;
    private final HomeId home;
    private final InstantSource clock;
    private final AtomicReference<AnalysisState> state = new AtomicReference<>(new AnalysisState.Idle());
    private volatile Instant lastStart = Instant.EPOCH;

    AnalysisRunner(
            HistoryFollower follower,
            PatternStore store,
            Announcer announcer,
            AnalysisRunRepository runs,
            HomeId home,
            InstantSource clock) {
        this.follower = follower;
        this.store = store;
        this.announcer = announcer;
        this.runs = runs;
        this.home = home;
        this.clock = clock;
    }

    /** Ends the record of a run that died with the process before. To be called before the first trigger. */
    Future<Void> clearAbandoned() {
        return announcer.write(connection -> runs.failAbandoned(
                connection, home, "the service ended while the analysis ran; start another one", clock.instant()));
    }

    /** When the newest analysis began; the beginning of time before the first. */
    Instant lastStart() {
        return lastStart;
    }

    AnalysisState state() {
        return state.get();
    }

    /**
     * Begins an analysis; it goes on after the answer.
     *
     * @param triggeredBy for example {@code api}
     * @return the state of the new run; fails with a {@link ProblemException} (409) while another one runs
     */
    Future<AnalysisState.Running> trigger(String triggeredBy) {
        AnalysisState.Running run = new AnalysisState.Running(
                "run_" + UUID.randomUUID().toString().replace("-", ""), clock.instant(), "waiting", 0);
        AnalysisState before = state.get();
        if (before instanceof AnalysisState.Running || !state.compareAndSet(before, run)) {
            return Future.failedFuture(new ProblemException(Problem.of(
                    Problem.Kind.CONFLICT, "an analysis is running; its progress is at /api/analysis/status")));
        }
        lastStart = run.startedAt();
        return announcer
                .write(connection -> runs.start(connection, home, run.runId(), triggeredBy, run.startedAt()))
                .onFailure(failure -> state.set(new AnalysisState.Idle()))
                .map(started -> {
                    analyse(run);
                    return run;
                });
    }

    private void analyse(AnalysisState.Running run) {
        follower.analyse((stage, share) ->
                        state.set(new AnalysisState.Running(run.runId(), run.startedAt(), stage, share)))
                .compose(analysis -> finish(run, analysis))
                .recover(failure -> fail(run, failure))
                .onComplete(ended -> state.set(new AnalysisState.Idle()));
    }

    private Future<Void> finish(AnalysisState.Running run, Analysis analysis) {
        Instant end = clock.instant();
        Period period = analysis.period();
        AnalysisCompleted completed = new AnalysisCompleted(
                run.runId(),
                period == null ? null : period.start(),
                period == null ? null : period.end(),
                period == null ? 0 : period.days(),
                analysis.events(),
                analysis.patterns().size(),
                analysis.proven().size(),
                Duration.between(run.startedAt(), end));
        LOG.atInfo()
                .addKeyValue("run_id", run.runId())
                .log(
                        "analysis done: {} events, {} patterns, {} proven",
                        analysis.events(),
                        completed.patterns(),
                        completed.proven());
        return store.announceAll(analysis.patterns(), completed)
                .compose(saved -> announcer.write(connection -> runs.finish(
                        connection,
                        home,
                        run.runId(),
                        new AnalysisRun.Result(completed.events(), completed.patterns(), completed.proven()),
                        end)))
                .mapEmpty();
    }

    private Future<Void> fail(AnalysisState.Running run, Throwable failure) {
        LOG.atWarn().addKeyValue("run_id", run.runId()).log("analysis failed: {}", failure.toString());
        return announcer
                .write(connection ->
                        runs.fail(connection, home, run.runId(), String.valueOf(failure.getMessage()), clock.instant()))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }
}
