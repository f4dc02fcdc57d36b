package io.homeiq.service.health;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a service needs in order to do its work, by name. Everything is checked when someone asks, all at once, and those who ask meanwhile
 * get the same answer, so that many questions cost no more than one. A check that does not answer in time has failed.
 *
 * <p>Checks are added before the first question; then it may be asked from every thread.
 */
public final class Readiness {

    /** How long a check may take unless it is told otherwise. */
    public static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final HealthChecks checks;
    private final List<String> names = new ArrayList<>();
    private @Nullable Future<Map<String, Boolean>> running;

    public Readiness(Vertx vertx) {
        this.checks = HealthChecks.create(vertx);
    }

    /** Something that has to be asked, such as a database: it stands if the future succeeds. */
    public Readiness add(String name, Supplier<Future<?>> check) {
        return add(name, TIMEOUT, check);
    }

    /** As {@link #add(String, Supplier)}, with another limit. */
    public Readiness add(String name, Duration timeout, Supplier<Future<?>> check) {
        names.add(name);
        checks.register(
                name,
                timeout.toMillis(),
                promise -> check.get().onComplete(result -> complete(promise, result.succeeded())));
        return this;
    }

    /** Something that is known without asking, such as a connection. */
    public Readiness addFlag(String name, BooleanSupplier stands) {
        return add(
                name,
                () -> stands.getAsBoolean()
                        ? Future.succeededFuture()
                        : Future.failedFuture(new IllegalStateException(name + " is not there")));
    }

    /** Which of the needs stand just now, in the order in which they were added. Never fails. */
    public synchronized Future<Map<String, Boolean>> check() {
        if (running != null) {
            return running;
        }
        Promise<Map<String, Boolean>> promise = Promise.promise();
        running = promise.future();
        checks.checkStatus().onComplete(result -> {
            done();
            promise.complete(inOrder(result.succeeded() ? result.result() : null));
        });
        return promise.future();
    }

    private synchronized void done() {
        running = null;
    }

    private Map<String, Boolean> inOrder(@Nullable CheckResult result) {
        Map<String, Boolean> byName = new LinkedHashMap<>();
        names.forEach(name -> byName.put(name, false));
        if (result != null && result.getChecks() != null) {
            result.getChecks().forEach(check -> byName.put(check.getId(), isUp(check)));
        }
        return Collections.unmodifiableMap(byName);
    }

    private static boolean isUp(CheckResult check) {
        return Boolean.TRUE.equals(check.getUp());
    }

    /** It may have timed out before. */
    private static void complete(Promise<Status> promise, boolean stands) {
        promise.tryComplete(stands ? Status.OK() : Status.KO());
    }
}
