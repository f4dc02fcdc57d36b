package io.homeiq.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.BusException.Kind;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waiting from a test's own thread. */
public final class Futures {

    /** Long enough for the slowest machine; a test that is well never waits that long. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private Futures() {}

    /** As Awaitility's own, but looks at once and often: most of what is waited for is there within a millisecond. */
    public static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(PATIENCE);
    }

    public static ConditionFactory await() {
        return await("what the test waits for");
    }

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

    public static BusException failure(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (TimeoutException e) {
            throw new AssertionError("the future did not complete", e);
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(BusException.class);
            return (BusException) e.getCause();
        }
        return Assertions.fail("the future succeeded");
    }

    public static void assertFails(Future<?> future, Kind kind) {
        assertThat(failure(future).kind()).isEqualTo(kind);
    }
}
