package io.homeiq.pattern;

import io.homeiq.contracts.event.AnalysisCompleted;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.mining.Analysis;
import io.homeiq.mining.Period;
import io.homeiq.service.Problem;
import io.homeiq.service.ProblemException;
import io.homeiq.store.analysis.AnalysisRun;
import io.homeiq.store.learning.LearningPauses;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs analyses of the whole history, one at a time, and tells how far the present one is. */
final class AnalysisRunner {

    private static final Logger LOG = LoggerFactory.getLogger(AnalysisRunner.class);

    private final HistoryFollower follower;
    private final PatternStore store;
    private final SynergyFinder synergies;
    private final AnalysisBook book;
    private final PatternNumbers numbers;
    private final InstantSource clock;
    private final AtomicReference<AnalysisState> state = new AtomicReference<>(new AnalysisState.Idle());
    private volatile Instant lastStart = Instant.EPOCH;
    private volatile List<String> notes = List.of();
    private volatile boolean stopped;

    AnalysisRunner(
            HistoryFollower follower,
            PatternStore store,
            SynergyFinder synergies,
            AnalysisBook book,
            PatternNumbers numbers,
            InstantSource clock) {
        this.follower = follower;
        this.store = store;
        this.synergies = synergies;
        this.book = book;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** The service ends: an analysis that breaks off from now on did not fail. */
    void stop() {
        stopped = true;
    }

    /** When the newest analysis began; the beginning of time before the first. */
    Instant lastStart() {
        return lastStart;
    }

    /** What the reader of the last result of this process should know, such as how many more days are needed. */
    List<String> notes() {
        return notes;
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
        return begin(run -> book.start(run.runId(), triggeredBy, run.startedAt()));
    }

    /**
     * As {@link #trigger}, for the analysis of a night.
     *
     * @return fails with a {@link ProblemException} (409) also if it is not due any more
     */
    Future<AnalysisState.Running> nightly(Instant night, Instant watchedSince) {
        return begin(run -> book.startNightly(run.runId(), night, watchedSince, run.startedAt()));
    }

    private Future<AnalysisState.Running> begin(Function<AnalysisState.Running, Future<Boolean>> start) {
        AnalysisState.Running run = new AnalysisState.Running(
                "run_" + UUID.randomUUID().toString().replace("-", ""), clock.instant(), "waiting", 0);
        AnalysisState before = state.get();
        if (before instanceof AnalysisState.Running || !state.compareAndSet(before, run)) {
            return conflict();
        }
        return refusedWhilePaused()
                .compose(wanted -> start.apply(run))
                .compose(started -> started ? Future.succeededFuture(run) : conflict())
                .onFailure(failure -> state.set(new AnalysisState.Idle()))
                .onSuccess(started -> {
                    lastStart = run.startedAt();
                    analyse(run);
                });
    }

    /** Whether the owner lets anything be learned at the moment. */
    Future<Boolean> isLearning() {
        return store.pauses().map(LearningPauses::isLearning);
    }

    private Future<Void> refusedWhilePaused() {
        return store.pauses()
                .compose(pauses -> pauses.isLearning()
                        ? Future.succeededFuture()
                        : Problem.of(
                                        Problem.Kind.CONFLICT,
                                        "nothing is learned since " + pauses.since()
                                                + "; switch learning on first: homeiq mode --learning on")
                                .asFailure());
    }

    private static Future<AnalysisState.Running> conflict() {
        return Problem.of(Problem.Kind.CONFLICT, "an analysis is running; its progress is at /api/analysis/status")
                .asFailure();
    }

    private void analyse(AnalysisState.Running run) {
        follower.analyse(run.runId(), (stage, share) -> show(run, stage, share))
                .compose(analysis -> finish(run, analysis))
                .onSuccess(done -> numbers.analysed(true, Duration.between(run.startedAt(), clock.instant())))
                .recover(failure -> fail(run, failure))
                .onComplete(ended -> state.set(new AnalysisState.Idle()));
    }

    private void show(AnalysisState.Running run, String stage, double share) {
        state.set(new AnalysisState.Running(run.runId(), run.startedAt(), stage, share));
    }

    private Future<Void> finish(AnalysisState.Running run, Analysis analysis) {
        show(run, "searching synergies", 1);
        notes = analysis.notes();
        return synergies.find(analysis.patterns()).compose(found -> keep(run, analysis, found));
    }

    private Future<Void> keep(AnalysisState.Running run, Analysis analysis, List<Synergy> found) {
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
                        "analysis done: {} events, {} patterns, {} proven, {} synergies",
                        analysis.events(),
                        completed.patterns(),
                        completed.proven(),
                        found.size());
        return store.announceAll(analysis.patterns(), completed, connection -> synergies.keep(connection, found))
                .compose(saved -> book.finish(
                        run.runId(),
                        new AnalysisRun.Result(completed.events(), completed.patterns(), completed.proven()),
                        end));
    }

    private Future<Void> fail(AnalysisState.Running run, Throwable failure) {
        if (stopped) {
            // Its record is ended at the next start, as after a power cut: the database may be closed by now.
            LOG.atInfo().addKeyValue("run_id", run.runId()).log("an analysis ends with the service");
            return Future.succeededFuture();
        }
        LOG.atWarn().addKeyValue("run_id", run.runId()).log("analysis failed: {}", failure.toString());
        numbers.analysed(false, Duration.between(run.startedAt(), clock.instant()));
        return book.fail(run.runId(), String.valueOf(failure.getMessage()), clock.instant())
                .otherwiseEmpty();
    }
}
