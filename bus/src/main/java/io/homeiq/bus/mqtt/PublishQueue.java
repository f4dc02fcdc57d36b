package io.homeiq.bus.mqtt;

import io.homeiq.bus.BusException;
import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.Message;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published and not yet acknowledged, in order. Room is taken by the publishing thread; all else happens on the bus's context.
 * What was in flight when a connection broke is sent first on the next one.
 */
final class PublishQueue {

    private final MqttLimits limits;
    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final Deque<Publication> waiting = new ArrayDeque<>();
    private final Map<Integer, Publication> inFlight = new LinkedHashMap<>();
    private @Nullable Runnable whenEmpty;

    PublishQueue(MqttLimits limits) {
        this.limits = limits;
    }

    /** Takes room for a message, on any thread; false if there is none. */
    boolean reserve(Message message) {
        int size = message.payload().length();
        if (messages.incrementAndGet() > limits.maxQueued()) {
            messages.decrementAndGet();
            return false;
        }
        if (bytes.addAndGet(size) > limits.maxQueuedBytes()) {
            bytes.addAndGet(-size);
            messages.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Adds a message that room was taken for. */
    void add(Message message, Promise<Void> acknowledged) {
        waiting.add(new Publication(message, acknowledged));
    }

    /** Adds a message for which there need not be room. */
    void addAlways(Message message) {
        messages.incrementAndGet();
        bytes.addAndGet(message.payload().length());
        add(message, Promise.promise());
    }

    /** Sends what the window allows. */
    void sendOn(MqttConnection connection) {
        while (inFlight.size() < limits.maxInFlight() && !waiting.isEmpty() && connection.isUp()) {
            Publication publication = waiting.remove();
            int packetId = connection.nextPublishId();
            inFlight.put(packetId, publication);
            connection.publish(packetId, publication.message);
        }
    }

    void acknowledged(int packetId) {
        Publication publication = inFlight.remove(packetId);
        if (publication != null) {
            release(publication);
            publication.acknowledged.complete();
        }
    }

    void expired(int packetId) {
        Publication publication = inFlight.remove(packetId);
        if (publication != null) {
            fail(
                    publication,
                    Kind.TIMEOUT,
                    "the broker did not acknowledge a message on " + publication.message.topic() + " within "
                            + limits.ackTimeout() + "; it may or may not have arrived");
        }
    }

    void connectionLost() {
        List<Publication> unacknowledged = new ArrayList<>(inFlight.values());
        inFlight.clear();
        for (Publication publication : unacknowledged.reversed()) {
            waiting.addFirst(publication);
        }
    }

    /** Runs once when nothing waits or is in flight any more, perhaps at once. */
    void whenEmpty(Runnable action) {
        whenEmpty = action;
        notifyIfEmpty();
    }

    /** Fails everything. */
    void close() {
        connectionLost();
        for (Publication left = waiting.poll(); left != null; left = waiting.poll()) {
            fail(
                    left,
                    Kind.CLOSED,
                    "the bus was closed before a message on " + left.message.topic() + " was acknowledged");
        }
    }

    private void fail(Publication publication, Kind kind, String problem) {
        release(publication);
        publication.acknowledged.fail(new BusException(kind, problem));
    }

    private void release(Publication publication) {
        messages.decrementAndGet();
        bytes.addAndGet(-publication.message.payload().length());
        notifyIfEmpty();
    }

    private void notifyIfEmpty() {
        if (whenEmpty != null && waiting.isEmpty() && inFlight.isEmpty()) {
            Runnable action = whenEmpty;
            whenEmpty = null;
            action.run();
        }
    }

    private record Publication(Message message, Promise<Void> acknowledged) {}
}
