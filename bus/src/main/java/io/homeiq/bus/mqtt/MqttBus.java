package io.homeiq.bus.mqtt;

import io.homeiq.bus.Bus;
import io.homeiq.bus.BusException;
import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.Message;
import io.homeiq.bus.MessageHandler;
import io.homeiq.bus.Subscription;
import io.homeiq.bus.delivery.DeliveryQueue;
import io.homeiq.contracts.event.TopicFilter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The bus over an MQTT 3.1.1 broker, with quality of service 1 in both directions. All of it lives on one Vert.x context of its own; its methods hop
 * there, and futures and handlers come back on the caller's.
 *
 * <p>A message that was sent when the connection broke is sent again on the next one, so it can arrive twice. A message whose handler fails is
 * handed over again as the limits say, and stays unacknowledged until it succeeds. The broker has at most its own window of such messages under way
 * (20 for mosquitto) and then sends nothing more, so a handler must put aside for good what it can never handle.
 */
public final class MqttBus implements Bus {

    /** How long {@link #close} waits for acknowledgements. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final VertxInternal vertx;
    private final ContextInternal context;
    private final MqttSettings settings;
    private final PublishQueue queue;
    private final Inbound inbound;
    private final MqttLink link;
    private final Subscriber subscriber;
    private final List<Runnable> connectedListeners = new ArrayList<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Promise<Void> closed = Promise.promise();

    private MqttBus(VertxInternal vertx, MqttSettings settings) {
        this.vertx = vertx;
        this.context = vertx.createEventLoopContext();
        this.settings = settings;
        this.queue = new PublishQueue(settings.limits());
        SubscriptionTable table = new SubscriptionTable();
        this.inbound =
                new Inbound(vertx, context, table, settings.limits().delivery().redeliverAfter());
        this.link = new MqttLink(vertx, settings, new Wiring());
        this.subscriber = new Subscriber(link, table, settings.address());
    }

    /** Returns at once; the connection is made in the background, and again whenever it is lost, until {@link #close}. */
    public static MqttBus open(Vertx vertx, MqttSettings settings) {
        MqttBus bus = new MqttBus((VertxInternal) vertx, settings);
        bus.context.runOnContext(ignored -> bus.link.connect());
        return bus;
    }

    /** How it stands with the broker, and why there is no connection if there is none. */
    public LinkStatus status() {
        return link.status();
    }

    @Override
    public boolean isConnected() {
        return link.status() instanceof LinkStatus.Connected;
    }

    @Override
    public Future<Void> publish(Message message) {
        ContextInternal caller = vertx.getOrCreateContext();
        if (message.payload().length() > Message.MAX_PAYLOAD_BYTES) {
            return caller.failedFuture(BusException.tooLarge(message));
        }
        if (closing.get()) {
            return caller.failedFuture(closedException());
        }
        if (!queue.reserve(message)) {
            return caller.failedFuture(new BusException(Kind.QUEUE_FULL, fullText()));
        }
        Promise<Void> acknowledged = caller.promise();
        context.runOnContext(ignored -> {
            queue.add(message, acknowledged);
            sendQueued();
        });
        return acknowledged.future();
    }

    private String fullText() {
        MqttLimits limits = settings.limits();
        return "the queue to the MQTT broker at " + settings.address() + " is full (" + limits.maxQueued()
                + " messages or " + limits.maxQueuedBytes() + " bytes); publish again once it is connected";
    }

    private void sendQueued() {
        MqttConnection connection = link.connection();
        if (connection != null) {
            queue.sendOn(connection);
        } else if (link.status() instanceof LinkStatus.Closed) {
            queue.close();
        }
    }

    @Override
    public Future<Subscription> subscribe(TopicFilter filter, MessageHandler handler) {
        ContextInternal caller = vertx.getOrCreateContext();
        DeliveryQueue deliveries =
                new DeliveryQueue(vertx, caller, handler, settings.limits().delivery());
        LocalSubscription subscription = new LocalSubscription(filter, deliveries);
        Promise<Subscription> accepted = caller.promise();
        context.runOnContext(ignored -> {
            if (closing.get()) {
                accepted.fail(closedException());
                return;
            }
            Future<Void> agreed = subscriber.add(subscription);
            inbound.subscribed();
            agreed.map(done -> (Subscription) () -> cancel(subscription)).onComplete(accepted);
        });
        return accepted.future();
    }

    private Future<Void> cancel(LocalSubscription subscription) {
        Promise<Void> done = vertx.getOrCreateContext().promise();
        context.runOnContext(ignored -> subscriber.remove(subscription).onComplete(done));
        return done.future();
    }

    @Override
    public void onConnected(Runnable listener) {
        ContextInternal caller = vertx.getOrCreateContext();
        Runnable onCaller = () -> caller.runOnContext(ignored -> listener.run());
        context.runOnContext(ignored -> {
            connectedListeners.add(onCaller);
            if (link.connection() != null) {
                onCaller.run();
            }
        });
    }

    @Override
    public Future<Void> close() {
        if (closing.compareAndSet(false, true)) {
            context.runOnContext(ignored -> drain());
        }
        Promise<Void> done = vertx.getOrCreateContext().promise();
        closed.future().onComplete(done);
        return done.future();
    }

    private void drain() {
        subscriber.close();
        if (link.connection() == null) {
            finish();
            return;
        }
        Presence presence = settings.presence();
        if (presence != null) {
            queue.addAlways(new Message(presence.topic(), Buffer.buffer(presence.offline()), true));
            sendQueued();
        }
        long timeout = vertx.setTimer(CLOSE_PATIENCE.toMillis(), ignored -> finish());
        queue.whenEmpty(() -> {
            vertx.cancelTimer(timeout);
            finish();
        });
    }

    private void finish() {
        link.close().onComplete(ignored -> {
            queue.close();
            closed.tryComplete();
        });
    }

    private static BusException closedException() {
        return new BusException(Kind.CLOSED, "the bus is closed");
    }

    /** What the link tells us; on the bus's context. */
    private final class Wiring implements MqttLink.Events {

        @Override
        public Future<Void> prepare(MqttConnection connection) {
            return subscriber.renew(connection);
        }

        @Override
        public void up(MqttConnection connection) {
            subscriber.connected(connection);
            queue.sendOn(connection);
            connectedListeners.forEach(Runnable::run);
        }

        @Override
        public void down() {
            queue.connectionLost();
        }

        @Override
        public void unreachable() {
            subscriber.unreachable();
        }

        @Override
        public void acknowledged(int packetId) {
            queue.acknowledged(packetId);
            sendQueued();
        }

        @Override
        public void expired(int packetId) {
            queue.expired(packetId);
        }

        @Override
        public void arrived(MqttConnection connection, MqttPublishMessage message) {
            inbound.arrived(connection, message);
        }
    }
}
