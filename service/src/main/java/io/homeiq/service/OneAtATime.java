package io.homeiq.service;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/** Runs asynchronous work one piece after the other, in the order in which it was asked for. Safe to use from every thread. */
public final class OneAtATime {

    private Future<?> last = Future.succeededFuture();

    /** Begins when everything asked for before has ended, well or not. */
    public <T> Future<T> run(Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        Future<?> before = follow(promise.future());
        before.onComplete(ended -> start(work).onComplete(promise));
        return promise.future();
    }

    private synchronized Future<?> follow(Future<?> next) {
        Future<?> before = last;
        last = next;
        return before;
    }

    private static <T> Future<T> start(Supplier<Future<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            // Whatever it throws is the failure of this piece; the next must still run.
            return Future.failedFuture(e);
        }
    }
}
