package io.homeiq.store.outbox;

import io.homeiq.store.SharedDatabase;
import io.homeiq.store.outbox.OutboxTable.Waiting;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a service's events in the order in which they were added, each until it is confirmed; what cannot be
 * published holds up what comes after it. An event may be published more than once, with the same id each time.
 *
 * <p>Of several relays of the same service, in one process or in many, only the one that has the lease publishes.
 * Its methods may be called from any thread.
 */
public final class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final Vertx vertx;
    private final String service;
    private final Function<OutboxMessage, Future<Void>> publish;
    private final OutboxSettings settings;
    private final OutboxTable table;
    private final Promise<Void> stopped = Promise.promise();

    /** All that follows is used on this context only. */
    private final Context context;

    private State state = State.NEW;
    private boolean working;
    private boolean rung;
    private boolean repeat;
    private int failures;
    private long timer = -1;
    private Instant leaseEnd = Instant.MIN;

    /**
     * A relay that does nothing before {@link #start()}.
     *
     * @param publish its future succeeds once the broker has confirmed the message
     */
    public OutboxRelay(
            Vertx vertx,
            SharedDatabase database,
            String service,
            Function<OutboxMessage, Future<Void>> publish,
            OutboxSettings settings) {
        this.vertx = vertx;
        this.service = service;
        this.publish = publish;
        this.settings = settings;
        context = vertx.getOrCreateContext();
        table = new OutboxTable(database, service, UUID.randomUUID().toString(), settings);
    }

    private enum State {
        NEW,
        RUNNING,
        CLOSING
    }

    /** Begins to publish what waits, also what an earlier process left behind. */
    public void start() {
        context.runOnContext(any -> {
            if (state == State.NEW) {
                state = State.RUNNING;
                work();
            }
        });
    }

    /** Says that there may be something new; cheap. Without it, an event waits for the next look. */
    public void ring() {
        context.runOnContext(any -> {
            rung = true;
            if (failures == 0) {
                work();
            }
        });
    }

    /**
     * Publishes everything again that was confirmed within the time to live, before anything newer: to be called after
     * each (re)connection, because a broker that crashed may have lost what it had confirmed.
     */
    public void republishUnconfirmed() {
        context.runOnContext(any -> {
            repeat = true;
            failures = 0;
            work();
        });
    }

    /** How many events wait to be published. */
    public Future<Long> pending() {
        return table.count();
    }

    /** Stops after the publish in progress, and lets another relay go on at once. */
    public Future<Void> close() {
        context.runOnContext(any -> {
            State before = state;
            state = State.CLOSING;
            cancelTimer();
            if (before == State.NEW || before == State.RUNNING && !working) {
                table.release().onComplete(stopped);
            }
        });
        return stopped.future();
    }

    private void work() {
        if (state != State.RUNNING || working) {
            return;
        }
        working = true;
        rung = false;
        cancelTimer();
        claimIfNeeded()
                .compose(ours -> ours ? publishBatch() : Future.succeededFuture(false))
                .onComplete(done -> {
                    working = false;
                    if (state == State.CLOSING) {
                        table.release().onComplete(stopped);
                    } else if (done.failed()) {
                        waitAfterFailure(done.cause());
                    } else {
                        noteSuccess();
                        // Who rang while the lease was another's may have rung after it had ended.
                        workAgain(done.result() || rung);
                    }
                });
    }

    private void workAgain(boolean atOnce) {
        if (atOnce) {
            work();
        } else {
            workAfter(settings.poll());
        }
    }

    private void noteSuccess() {
        if (failures > 0) {
            LOG.info("Events of {} can be published again", service);
            failures = 0;
        }
    }

    private void waitAfterFailure(Throwable cause) {
        failures++;
        if (failures == 1) {
            LOG.warn("Events of {} cannot be published now and wait: {}", service, cause.getMessage());
        }
        workAfter(settings.retryAfter(failures));
    }

    private void workAfter(Duration pause) {
        timer = vertx.setTimer(pause.toMillis(), any -> work());
    }

    private void cancelTimer() {
        vertx.cancelTimer(timer);
    }

    /** A lease that ends within the time that one publish may take is not enough. */
    private boolean isLeaseGood() {
        return settings.clock().instant().plus(settings.publishLimit()).isBefore(leaseEnd);
    }

    private Future<Boolean> claimIfNeeded() {
        if (isLeaseGood() && !repeat) {
            return Future.succeededFuture(true);
        }
        boolean repeating = repeat;
        Instant now = settings.clock().instant();
        Instant end = now.plus(settings.lease());
        repeat = false;
        return table.claim(now, end, repeating)
                .onSuccess(ours -> {
                    leaseEnd = ours ? end : Instant.MIN;
                    repeat |= repeating && !ours;
                })
                .onFailure(any -> repeat |= repeating);
    }

    /** Answers whether there is more to do at once. */
    private Future<Boolean> publishBatch() {
        return table.next().compose(batch -> {
            Progress progress = new Progress();
            return publishFrom(batch, 0, progress)
                    .transform(published -> mark(batch, progress.published)
                            .compose(marked -> published.failed()
                                    ? Future.failedFuture(published.cause())
                                    : Future.succeededFuture(isMoreToDo(batch, progress.published))));
        });
    }

    private boolean isMoreToDo(List<Waiting> batch, int published) {
        return published < batch.size() || batch.size() == settings.batch() || rung || repeat;
    }

    private static final class Progress {
        private int published;
    }

    /** One after the other: were they all under way at once, the refusal of one would put it behind the others. */
    private Future<Void> publishFrom(List<Waiting> batch, int index, Progress progress) {
        if (index == batch.size() || state != State.RUNNING || repeat || !isLeaseGood()) {
            return Future.succeededFuture();
        }
        return publish(batch.get(index).message()).compose(confirmed -> {
            progress.published++;
            return publishFrom(batch, index + 1, progress);
        });
    }

    /** Whatever thread the answer comes from, it goes on here on ours. */
    private Future<Void> publish(OutboxMessage message) {
        Promise<Void> answer = Promise.promise();
        Future.succeededFuture()
                .compose(any -> publish.apply(message))
                .timeout(settings.publishLimit().toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(confirmed -> context.runOnContext(any -> answer.handle(confirmed)));
        return answer.future();
    }

    /** Not after a reconnect: what the old connection had confirmed is to be published again. */
    private Future<Void> mark(List<Waiting> batch, int published) {
        if (published == 0 || repeat) {
            return Future.succeededFuture();
        }
        return table.mark(
                batch.getFirst().id(),
                batch.get(published - 1).id(),
                settings.clock().instant());
    }
}
