package io.homeiq.pattern;

import io.homeiq.service.ServiceException;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Remembers whether the history could be read when that was last tried. Safe to use from every thread. */
final class HistoryAccess {

    private final InstantSource clock;
    private @Nullable Trouble trouble;

    HistoryAccess(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Why it cannot be read.
     *
     * @param problem for people: what, where and the cure
     * @param since when it was first noticed
     */
    record Trouble(String problem, Instant since) {}

    /** Remembers how this attempt ends; what fails for another reason than the Data API tells nothing. */
    <T> Future<T> watch(Future<T> reading) {
        return reading.onSuccess(read -> wentWell()).onFailure(failure -> {
            if (failure instanceof ServiceException unread) {
                wentWrong(String.valueOf(unread.getMessage()));
            }
        });
    }

    private synchronized void wentWell() {
        trouble = null;
    }

    private synchronized void wentWrong(String problem) {
        trouble = new Trouble(problem, trouble == null ? clock.instant() : trouble.since());
    }

    /** Null while all is well, and before the first attempt. */
    synchronized @Nullable Trouble trouble() {
        return trouble;
    }
}
