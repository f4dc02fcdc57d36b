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
 * What a service needs in order to do its work, by name. Everything is checked when someone asks, all at once, and the answer serves all who ask
 * meanwhile and for a moment afterwards, so that many questions cost no more than a few. A check that does not answer in time has failed. So the
 * answer is right at the latest {@link #KEPT} and {@link #TIMEOUT} after something broke or came back, less than two seconds together.
 *
 * <p>Checks are added before the first question; then it may be asked from every thread.
 */
public final class Readiness {

    /** How long a check may take unless it is told otherwise. */
    public static final Duration TIMEOUT = Duration.ofMillis(1_200);

    /** How long an answer serves. From its half on the next is looked for, so that those who ask often never wait. */
    public static final Duration KEPT = Duration.ofMillis(500);

    private final Vertx vertx;
    private final Duration kept;
    private final HealthChecks checks;
    private final List<String> names = new ArrayList<>();
    private @Nullable Future<Map<String, Boolean>> running;
    private @Nullable Map<String, Boolean> last;
    private boolean aging;

    public Readiness(Vertx vertx) {
        this(vertx, KEPT);
    }

    Readiness(Vertx vertx, Duration kept) {
        this.vertx = vertx;
        this.kept = kept;
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
        Map<String, Boolean> known = last;
        if (known == null) {
            return running == null ? ask() : running;
        }
        if (aging && running == null) {
            ask();
        }
        return Future.succeededFuture(known);
    }

    private Future<Map<String, Boolean>> ask() {
        Promise<Map<String, Boolean>> promise = Promise.promise();
        running = promise.future();
        checks.checkStatus().onComplete(result -> {
            Map<String, Boolean> answer = inOrder(result.succeeded() ? result.result() : null);
            keep(answer);
            promise.complete(answer);
        });
        return promise.future();
    }

    private synchronized void keep(Map<String, Boolean> answer) {
        running = null;
        if (kept.isZero()) {
            return;
        }
        last = answer;
        aging = false;
        vertx.setTimer(kept.toMillis() / 2, half -> age(answer));
        vertx.setTimer(kept.toMillis(), over -> forget(answer));
    }

    @SuppressWarnings("ReferenceEquality") // the very same, not one that says the same
    private synchronized void age(Map<String, Boolean> answer) {
        aging |= last == answer;
    }

    @SuppressWarnings("ReferenceEquality") // the very same, not one that says the same
    private synchronized void forget(Map<String, Boolean> answer) {
        if (last == answer) {
            last = null;
        }
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
