package io.homeiq.service;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Threads of a service for work that blocks or takes long. Its work is not "ordered" in Vert.x's sense, which means: after everything else that the
 * caller's context has given to any executor, so that a long piece would hold up the very work that it waits for. With one thread it is done in the
 * order of the calls. May be used from every thread.
 */
public final class Worker {

    private final WorkerExecutor executor;

    private Worker(WorkerExecutor executor) {
        this.executor = executor;
    }

    /**
     * Makes one.
     *
     * @param name of its threads
     * @param threads pieces of work at once, 1 or more
     * @param longest beyond this Vert.x begins to warn of a thread that hangs
     */
    public static Worker of(Vertx vertx, String name, int threads, Duration longest) {
        return new Worker(vertx.createSharedWorkerExecutor(name, threads, longest.toSeconds(), TimeUnit.SECONDS));
    }

    /**
     * Does something when its turn comes.
     *
     * @param work gives no null; what it throws is the future's failure
     * @return fails with a {@link RejectedExecutionException} after {@link #close}
     */
    public <T> Future<T> run(Callable<T> work) {
        try {
            return executor.executeBlocking(work, false).map(Objects::requireNonNull);
        } catch (RejectedExecutionException e) {
            // Its own words tell of thread pools.
            return Future.failedFuture(new RejectedExecutionException("the service ends", e));
        }
    }

    /** Takes nothing more; succeeds when what was begun has ended. */
    public Future<Void> close() {
        return executor.close();
    }
}
