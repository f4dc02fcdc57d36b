package io.homeiq.bus.mqtt;

import io.homeiq.bus.BusException;
import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Topic;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the broker sends to the subscriptions that want it, and acknowledges it once all of them have handled it. On the bus's context only.
 *
 * <p>After a restart the broker sends at once what it has kept, before the services have subscribed again: such messages are set aside for a while.
 */
final class Inbound {

    /** How long a message waits for a subscription that wants it. */
    private static final Duration SET_ASIDE_FOR = Duration.ofSeconds(30);

    private static final int MAX_SET_ASIDE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);

    private final Vertx vertx;
    private final Context context;
    private final SubscriptionTable subscriptions;
    private final Duration redeliverAfter;
    private final Deque<Arrival> setAside = new ArrayDeque<>();

    Inbound(Vertx vertx, Context context, SubscriptionTable subscriptions, Duration redeliverAfter) {
        this.vertx = vertx;
        this.context = context;
        this.subscriptions = subscriptions;
        this.redeliverAfter = redeliverAfter;
    }

    void arrived(MqttConnection connection, MqttPublishMessage packet) {
        if (!connection.startHandling(packet)) {
            return;
        }
        Message message = new Message(new Topic(packet.topicName()), packet.payload(), packet.isRetain());
        deliver(new Arrival(connection, packet, message));
    }

    /** A subscription came: what was set aside may be for it. */
    void subscribed() {
        List<Arrival> again = new ArrayList<>(setAside);
        setAside.clear();
        again.forEach(this::deliver);
    }

    private void deliver(Arrival arrival) {
        List<LocalSubscription> wanting = subscriptions.matching(arrival.message.topic());
        if (wanting.isEmpty()) {
            setAside(arrival);
            return;
        }
        List<Future<Void>> handled =
                wanting.stream().map(one -> one.deliver(arrival.message)).toList();
        Future.join(handled)
                .onComplete(result -> context.runOnContext(ignored -> {
                    if (result.succeeded()) {
                        arrival.acknowledge();
                    } else {
                        gaveUp(arrival, result.cause());
                    }
                }));
    }

    private void gaveUp(Arrival arrival, Throwable cause) {
        if (arrival.isAtMostOnce()) {
            LOG.warn(
                    "A message on {} was not handled and is lost, as it was sent: {}",
                    arrival.message.topic(),
                    reason(cause));
            return;
        }
        LOG.warn(
                "A message on {} was not handled: {}. It stays unacknowledged and is tried again in {} ms",
                arrival.message.topic(),
                reason(cause),
                redeliverAfter.toMillis());
        vertx.setTimer(redeliverAfter.toMillis(), ignored -> {
            // Otherwise the broker itself delivers it again, on the connection that came after.
            if (arrival.connection.isUp()) {
                deliver(arrival);
            }
        });
    }

    private static String reason(Throwable cause) {
        return cause instanceof BusException bus && bus.kind() == Kind.QUEUE_FULL
                ? String.valueOf(bus.getMessage())
                : cause.toString();
    }

    private void setAside(Arrival arrival) {
        if (arrival.isAtMostOnce()) {
            return;
        }
        if (setAside.size() >= MAX_SET_ASIDE) {
            setAside.remove().acknowledge();
        }
        setAside.add(arrival);
        vertx.setTimer(SET_ASIDE_FOR.toMillis(), ignored -> {
            if (setAside.remove(arrival)) {
                LOG.debug("Nobody here wants a message on {}", arrival.message.topic());
                arrival.acknowledge();
            }
        });
    }

    /** Each one is itself, however equal its content is to another. */
    private static final class Arrival {

        private final MqttConnection connection;
        private final MqttPublishMessage packet;
        private final Message message;

        Arrival(MqttConnection connection, MqttPublishMessage packet, Message message) {
            this.connection = connection;
            this.packet = packet;
            this.message = message;
        }

        boolean isAtMostOnce() {
            return packet.qosLevel() == MqttQoS.AT_MOST_ONCE;
        }

        void acknowledge() {
            connection.acknowledge(packet);
        }
    }
}
