package io.homeiq.homeassistant.client;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits in a test for a future, and fails as it does. */
public final class Await {

    private static final int LIMIT_SECONDS = 60;

    private Await() {}

    public static <T> T result(Future<T> future) {
        try {
            return future.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("not done within " + LIMIT_SECONDS + " s", e);
        }
    }
}
