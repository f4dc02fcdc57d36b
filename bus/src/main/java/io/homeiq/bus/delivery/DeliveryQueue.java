package io.homeiq.bus.delivery;

import io.homeiq.bus.BusException;
import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.Message;
import io.homeiq.bus.MessageHandler;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The messages that wait for one handler. It gets one at a time, in order, on its own Vert.x context; a failed one is handed over again after a
 * growing pause, and given up for now after the last attempt, so that it does not hold up the others for ever.
 *
 * <p>Can be called from every thread; what changes is touched on the handler's context only.
 */
public final class DeliveryQueue {

    private final Vertx vertx;
    private final Context context;
    private final MessageHandler handler;
    private final DeliveryLimits limits;
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private final AtomicInteger size = new AtomicInteger();
    private @Nullable Delivery current;
    private volatile boolean closed;

    /** @param context where the handler runs */
    public DeliveryQueue(Vertx vertx, Context context, MessageHandler handler, DeliveryLimits limits) {
        this.vertx = vertx;
        this.context = context;
        this.handler = handler;
        this.limits = limits;
    }

    /**
     * Lets a message wait for its turn.
     *
     * @return succeeds when the handler did, on any thread; fails with the handler's last failure, or with {@link BusException}: {@code QUEUE_FULL},
     *     {@code TIMEOUT}, or {@code CLOSED}
     */
    public Future<Void> offer(Message message) {
        if (closed) {
            return Future.failedFuture(closedException());
        }
        if (size.incrementAndGet() > limits.maxWaiting()) {
            size.decrementAndGet();
            return Future.failedFuture(new BusException(
                    Kind.QUEUE_FULL,
                    limits.maxWaiting() + " messages wait for the handler of " + message.topic()
                            + ", one more was left out"));
        }
        Delivery delivery = new Delivery(message, Promise.promise());
        context.runOnContext(ignored -> {
            waiting.add(delivery);
            next();
        });
        return delivery.done().future();
    }

    /** Hands over nothing more; the future completes when that is certain. What waits fails with {@code CLOSED}. */
    public Future<Void> close() {
        closed = true;
        Promise<Void> done = Promise.promise();
        context.runOnContext(ignored -> {
            failWaiting();
            done.complete();
        });
        return done.future();
    }

    private void next() {
        if (current != null) {
            return;
        }
        if (closed) {
            failWaiting();
            return;
        }
        current = waiting.poll();
        if (current != null) {
            attempt(current, 1);
        }
    }

    private void attempt(Delivery delivery, int attempt) {
        long timeout = vertx.setTimer(limits.handlerTimeout().toMillis(), ignored -> {
            String problem = "the handler of " + delivery.message().topic() + " did not answer within "
                    + limits.handlerTimeout();
            finish(delivery, Future.failedFuture(new BusException(Kind.TIMEOUT, problem)));
        });
        call(delivery.message())
                .onComplete(result -> context.runOnContext(ignored -> {
                    if (vertx.cancelTimer(timeout)) {
                        answered(delivery, attempt, result);
                    }
                }));
    }

    /** A handler may be anyone's code: whatever it throws is this message's failure and nobody else's. */
    private Future<Void> call(Message message) {
        try {
            return handler.handle(message);
        } catch (RuntimeException thrown) {
            return Future.failedFuture(thrown);
        }
    }

    private void answered(Delivery delivery, int attempt, AsyncResult<Void> result) {
        if (result.succeeded() || attempt >= limits.attempts() || closed) {
            finish(delivery, result);
            return;
        }
        vertx.setTimer(limits.retryDelay(attempt).toMillis(), ignored -> {
            if (closed) {
                finish(delivery, result);
            } else {
                attempt(delivery, attempt + 1);
            }
        });
    }

    private void finish(Delivery delivery, AsyncResult<Void> result) {
        current = null;
        size.decrementAndGet();
        delivery.complete(result);
        next();
    }

    private void failWaiting() {
        for (Delivery left = waiting.poll(); left != null; left = waiting.poll()) {
            size.decrementAndGet();
            left.done().fail(closedException());
        }
    }

    private static BusException closedException() {
        return new BusException(Kind.CLOSED, "the subscription was cancelled");
    }

    private record Delivery(Message message, Promise<Void> done) {

        void complete(AsyncResult<Void> result) {
            if (result.succeeded()) {
                done.complete();
            } else {
                done.fail(result.cause());
            }
        }
    }
}
