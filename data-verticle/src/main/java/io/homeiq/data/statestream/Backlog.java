package io.homeiq.data.statestream;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.data.intake.EventIntake;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes on their way into the log, one batch after the other, tried again while the log cannot be written. On one context only. */
final class Backlog {

    /** Beyond, the oldest are lost: the log could not be written for a long time. */
    static final int MAX_WAITING = 100_000;

    private static final int MAX_BATCH = 1_000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final String SOURCE = "statestream";
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    private final Vertx vertx;
    private final EventIntake intake;
    private final StatestreamNumbers numbers;
    private final Deque<HomeEvent> waiting = new ArrayDeque<>();
    private Future<Void> writing = Future.succeededFuture();
    private boolean closed;

    Backlog(Vertx vertx, EventIntake intake, StatestreamNumbers numbers) {
        this.vertx = vertx;
        this.intake = intake;
        this.numbers = numbers;
    }

    void add(HomeEvent event) {
        waiting.add(event);
        if (waiting.size() > MAX_WAITING) {
            waiting.removeFirst();
            numbers.lost();
        }
    }

    /** Begins to write what waits, unless that goes on already. */
    void write() {
        if (!waiting.isEmpty() && writing.isComplete()) {
            writing = writeNext();
        }
    }

    private Future<Void> writeNext() {
        List<HomeEvent> batch = new ArrayList<>();
        while (batch.size() < MAX_BATCH && !waiting.isEmpty()) {
            batch.add(waiting.removeFirst());
        }
        return intake.live(batch, SOURCE)
                .compose(
                        stored -> waiting.isEmpty() ? Future.succeededFuture() : writeNext(),
                        failure -> putBack(batch, failure));
    }

    private Future<Void> putBack(List<HomeEvent> batch, Throwable failure) {
        batch.reversed().forEach(waiting::addFirst);
        LOG.warn("{} changes could not be written and are tried again: {}", batch.size(), failure.toString());
        if (!closed) {
            vertx.setTimer(RETRY_AFTER.toMillis(), later -> write());
        }
        return Future.succeededFuture();
    }

    /** Writes the rest once; what cannot be written then is lost. */
    Future<Void> close() {
        closed = true;
        return writing.compose(done -> waiting.isEmpty() ? Future.succeededFuture() : writeNext())
                .onSuccess(done -> waiting.forEach(left -> numbers.lost()));
    }
}
