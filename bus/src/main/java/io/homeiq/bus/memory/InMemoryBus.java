package io.homeiq.bus.memory;

import io.homeiq.bus.Bus;
import io.homeiq.bus.BusException;
import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.Message;
import io.homeiq.bus.MessageHandler;
import io.homeiq.bus.Subscription;
import io.homeiq.bus.delivery.DeliveryLimits;
import io.homeiq.bus.delivery.DeliveryQueue;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bus inside one process, as strict as a broker: the same limits, retained messages, order, and delivery again after a failure. It is always
 * connected. A message that was given up is offered again after a rest, as long as the subscription stands; what comes while a subscription's
 * queue is full is left out.
 */
public final class InMemoryBus implements Bus {

    /** Topics with a retained message. */
    public static final int MAX_RETAINED = 10_000;

    private final Vertx vertx;
    private final DeliveryLimits limits;
    private final List<Local> subscriptions = new ArrayList<>();
    private final Map<Topic, Message> retained = new LinkedHashMap<>();
    private boolean closed;

    public InMemoryBus(Vertx vertx) {
        this(vertx, DeliveryLimits.DEFAULT);
    }

    public InMemoryBus(Vertx vertx, DeliveryLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    @Override
    public synchronized Future<Void> publish(Message message) {
        if (closed) {
            return Future.failedFuture(closedException());
        }
        if (message.payload().length() > Message.MAX_PAYLOAD_BYTES) {
            return Future.failedFuture(BusException.tooLarge(message));
        }
        if (message.retained() && !retain(message)) {
            return Future.failedFuture(new BusException(
                    Kind.QUEUE_FULL, "no more than " + MAX_RETAINED + " topics can have a retained message"));
        }
        Message news = new Message(message.topic(), message.payload(), false);
        for (Local subscription : subscriptions) {
            if (subscription.filter.matches(message.topic())) {
                subscription.deliver(news);
            }
        }
        return Future.succeededFuture();
    }

    private boolean retain(Message message) {
        if (message.payload().length() == 0) {
            retained.remove(message.topic());
            return true;
        }
        if (retained.size() >= MAX_RETAINED && !retained.containsKey(message.topic())) {
            return false;
        }
        retained.put(message.topic(), message);
        return true;
    }

    @Override
    public synchronized Future<Subscription> subscribe(TopicFilter filter, MessageHandler handler) {
        if (closed) {
            return Future.failedFuture(closedException());
        }
        Local subscription = new Local(filter, new DeliveryQueue(vertx, vertx.getOrCreateContext(), handler, limits));
        subscriptions.add(subscription);
        for (Message kept : retained.values()) {
            if (filter.matches(kept.topic())) {
                subscription.deliver(kept);
            }
        }
        return Future.succeededFuture(subscription);
    }

    @Override
    public synchronized boolean isConnected() {
        return !closed;
    }

    @Override
    public void onConnected(Runnable listener) {
        if (isConnected()) {
            vertx.getOrCreateContext().runOnContext(ignored -> listener.run());
        }
    }

    @Override
    public Future<Void> close() {
        List<Local> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(subscriptions);
        }
        return Future.all(left.stream().map(Local::cancel).toList()).mapEmpty();
    }

    private synchronized void remove(Local subscription) {
        subscriptions.remove(subscription);
    }

    private static BusException closedException() {
        return new BusException(Kind.CLOSED, "the bus is closed");
    }

    private final class Local implements Subscription {

        private final TopicFilter filter;
        private final DeliveryQueue queue;

        Local(TopicFilter filter, DeliveryQueue queue) {
            this.filter = filter;
            this.queue = queue;
        }

        void deliver(Message message) {
            queue.offer(message).onFailure(failure -> {
                boolean dropped = failure instanceof BusException bus && bus.kind() != Kind.TIMEOUT;
                if (!dropped) {
                    vertx.setTimer(limits.redeliverAfter().toMillis(), ignored -> deliver(message));
                }
            });
        }

        @Override
        public Future<Void> cancel() {
            remove(this);
            return queue.close();
        }
    }
}
