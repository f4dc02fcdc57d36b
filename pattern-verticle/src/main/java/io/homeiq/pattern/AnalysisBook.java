package io.homeiq.pattern;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.pattern.schedule.NightlyVerdict;
import io.homeiq.service.event.Announcer;
import io.homeiq.store.analysis.AnalysisRun;
import io.homeiq.store.analysis.AnalysisRunRepository;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Writes down the runs of the analysis. What stands there decides for all processes whether another one may begin. */
final class AnalysisBook {

    private final Announcer announcer;
    private final AnalysisRunRepository runs;
    private final HomeId home;

    AnalysisBook(Announcer announcer, AnalysisRunRepository runs, HomeId home) {
        this.announcer = announcer;
        this.runs = runs;
        this.home = home;
    }

    /** Ends the record of a run that died with the process before; no other process of this service can run now. */
    Future<Void> clearAbandoned(Instant now) {
        return announcer.write(connection -> runs.failAbandoned(
                connection, home, "the service ended while the analysis ran; start another one", now));
    }

    /** Whether it may begin; false while another one runs, in whatever process. */
    Future<Boolean> start(String id, String triggeredBy, Instant now) {
        return announcer.write(connection -> runs.start(connection, home, id, triggeredBy, now));
    }

    /** As {@link #start}; false also if the night's analysis is not due any more when it is written down. */
    Future<Boolean> startNightly(String id, Instant night, Instant watchedSince, Instant now) {
        return announcer.write(connection -> runs.list(connection, home, AnalysisRunRepository.KEPT)
                .compose(known -> NightlyVerdict.of(known, night, watchedSince, now) == NightlyVerdict.DUE
                        ? runs.start(connection, home, id, NightlyVerdict.TRIGGERED_BY, now)
                        : Future.succeededFuture(false)));
    }

    Future<Void> finish(String id, AnalysisRun.Result result, Instant now) {
        return announcer
                .write(connection -> runs.finish(connection, home, id, result, now))
                .mapEmpty();
    }

    Future<Void> fail(String id, String problem, Instant now) {
        return announcer
                .write(connection -> runs.fail(connection, home, id, problem, now))
                .mapEmpty();
    }

    /** All that are kept, the latest first. */
    Future<List<AnalysisRun>> runs() {
        return announcer.read(connection -> runs.list(connection, home, AnalysisRunRepository.KEPT));
    }
}
