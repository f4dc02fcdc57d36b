package io.homeiq.automation.deployment;

import io.homeiq.automation.suggestion.Consent;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.service.OneAtATime;
import io.homeiq.store.suggestion.SuggestionFilter;
import io.homeiq.store.suggestion.SuggestionStatus;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out every approval, also those from before a restart: one at a time, the oldest first, again with growing pauses while that may help.
 * An approval in the database is all it needs to remember.
 */
public final class DeploymentWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentWorker.class);
    private static final SuggestionFilter APPROVED = SuggestionFilter.in(SuggestionStatus.APPROVED);
    private static final long NONE = -1;

    private final Vertx vertx;
    private final Context context;
    private final SuggestionBook book;
    private final Placement placement;
    private final OneAtATime turns;
    private final RetryPauses pauses;
    private boolean working;
    private boolean rung;
    private volatile boolean stopped;
    private int failures;
    private long timer = NONE;

    /** Belongs to the Vert.x context in which it is made. */
    DeploymentWorker(Vertx vertx, SuggestionBook book, Placement placement, OneAtATime turns, RetryPauses pauses) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.book = book;
        this.placement = placement;
        this.turns = turns;
        this.pauses = pauses;
    }

    /** There may be something to do. From every thread; returns at once. */
    public void wake() {
        context.runOnContext(any -> work());
    }

    /** Begins nothing more. What is under way may end, or be done again by the next worker. */
    public void stop() {
        context.runOnContext(any -> {
            stopped = true;
            vertx.cancelTimer(timer);
        });
    }

    private void work() {
        if (stopped) {
            return;
        }
        if (working) {
            rung = true;
            return;
        }
        working = true;
        rung = false;
        vertx.cancelTimer(timer);
        book.read(connection -> book.list(connection, APPROVED))
                .compose(approved -> each(inOrder(approved).iterator(), new Round()))
                .onComplete(round ->
                        context.runOnContext(any -> pause(round.succeeded() ? round.result().failure : round.cause())));
    }

    private static List<SuggestionId> inOrder(List<Suggestion> approved) {
        return approved.stream()
                .sorted(Comparator.comparing(suggestion -> suggestion.state().since()))
                .map(Suggestion::id)
                .toList();
    }

    /** What went wrong on the way; the last of it. */
    private static final class Round {
        private @Nullable Throwable failure;
    }

    private Future<Round> each(Iterator<SuggestionId> left, Round round) {
        if (stopped || !left.hasNext() || round.failure != null && Faults.isAway(round.failure)) {
            return Future.succeededFuture(round);
        }
        SuggestionId id = left.next();
        return turns.run(() -> placement.carryOut(id, HandEdits.KEEP, Consent.MISSING))
                .onFailure(failure -> {
                    round.failure = failure;
                    LOG.warn("the automation of {} is not deployed yet: {}", id, failure.getMessage());
                })
                .transform(any -> each(left, round));
    }

    private void pause(@Nullable Throwable failure) {
        working = false;
        if (failure == null) {
            failures = 0;
        } else {
            failures++;
            Duration pause = pauses.after(failures);
            timer = vertx.setTimer(pause.toMillis(), due -> work());
        }
        if (rung && !stopped) {
            work();
        }
    }
}
