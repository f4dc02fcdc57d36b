package io.homeiq.pattern;

import io.homeiq.pattern.schedule.NightlyTimes;
import io.homeiq.pattern.schedule.NightlyVerdict;
import io.homeiq.service.ProblemException;
import io.homeiq.store.analysis.AnalysisRun;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins the analysis of every night, once, however many processes watch and however often they are started anew. */
final class NightlyAnalysis {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyAnalysis.class);

    /** A run that could not begin is looked at again after this. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** The home may tell another time zone at any time. */
    private static final Duration ASK_ZONE_AGAIN = Duration.ofMinutes(10);

    private final AnalysisRunner runner;
    private final AnalysisBook book;
    private final Supplier<Future<ZoneId>> zone;
    private final InstantSource clock;
    private final Instant watchedSince;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Instant nextLook = Instant.MIN;

    /** @param zone of the home, as it is known now */
    NightlyAnalysis(AnalysisRunner runner, AnalysisBook book, Supplier<Future<ZoneId>> zone, InstantSource clock) {
        this.runner = runner;
        this.book = book;
        this.zone = zone;
        this.clock = clock;
        this.watchedSince = clock.instant();
    }

    /**
     * What is planned.
     *
     * @param next when the next one is due
     * @param last the last one that the schedule began; null before the first
     */
    record Plan(ZoneId zone, Instant next, @Nullable AnalysisRun last) {}

    Future<Plan> plan() {
        Instant now = clock.instant();
        return zone.get()
                .compose(home -> book.runs()
                        .map(runs -> new Plan(
                                home,
                                new NightlyTimes(home).firstAfter(now),
                                runs.stream()
                                        .filter(run -> run.triggeredBy().equals(NightlyVerdict.TRIGGERED_BY))
                                        .findFirst()
                                        .orElse(null))));
    }

    /** To be called often; most calls only look at the clock. */
    void look() {
        Instant now = clock.instant();
        if (now.isBefore(nextLook) || !looking.compareAndSet(false, true)) {
            return;
        }
        zone.get()
                .map(NightlyTimes::new)
                .compose(times -> decide(times, now))
                .onSuccess(next -> nextLook = next)
                .onFailure(failure -> {
                    nextLook = now.plus(SOON);
                    if (failure instanceof ProblemException) {
                        // It is not wanted now, or another one runs.
                        LOG.debug("the analysis of the night waits: {}", failure.getMessage());
                    } else {
                        LOG.info("the analysis of the night waits: {}", failure.getMessage());
                    }
                })
                .onComplete(done -> looking.set(false));
    }

    /** When to look again. */
    private Future<Instant> decide(NightlyTimes times, Instant now) {
        Instant night = times.lastUntil(now);
        return book.runs().compose(runs -> switch (NightlyVerdict.of(runs, night, watchedSince, now)) {
            case DUE -> runner.nightly(night, watchedSince).map(begun -> now.plus(SOON));
            case LATER -> Future.succeededFuture(now.plus(SOON));
            case DONE -> {
                Instant next = times.firstAfter(now);
                Instant ask = now.plus(ASK_ZONE_AGAIN);
                yield Future.succeededFuture(next.isBefore(ask) ? next : ask);
            }
        });
    }
}
