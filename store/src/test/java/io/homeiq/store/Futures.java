package io.homeiq.store;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting from a test's own thread. */
public final class Futures {

    /** Long enough for the slowest machine; a test that is well never waits that long. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private Futures() {}

    public static <T> T get(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the future did not succeed: " + e, e);
        }
    }

    /** What the future fails with. */
    public static Throwable failure(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (TimeoutException e) {
            throw new AssertionError("the future did not complete", e);
        } catch (ExecutionException e) {
            return e.getCause();
        }
        throw new AssertionError("the future succeeded");
    }

    public static StoreException storeFailure(Future<?> future) {
        if (failure(future) instanceof StoreException failure) {
            return failure;
        }
        throw new AssertionError("failed with something else", failure(future));
    }
}
