package io.homeiq.bus.mqtt;

import io.homeiq.bus.Message;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to the broker for ever: when it breaks or cannot be made, the next attempt follows after a growing delay. On the bus's context
 * only, save {@link #status}.
 */
final class MqttLink implements MqttConnection.Events {

    /** What the bus does with the connection. */
    interface Events {

        /** Makes the subscriptions on a new connection; what it returns failing, the connection is given up. */
        Future<Void> prepare(MqttConnection connection);

        /** The connection stands, with all subscriptions. */
        void up(MqttConnection connection);

        /** The connection that stood is gone. */
        void down();

        /** An attempt has failed. */
        void unreachable();

        void acknowledged(int packetId);

        void expired(int packetId);

        void arrived(MqttConnection connection, MqttPublishMessage message);
    }

    /** A connection that has held this long is a good one: delays start from the shortest again. */
    private static final Duration STABLE_AFTER = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);

    private final Vertx vertx;
    private final MqttSettings settings;
    private final Events events;
    private final ReconnectDelay delay;
    private volatile LinkStatus status = new LinkStatus.Connecting(0, null);
    private @Nullable MqttConnection attempt;
    private @Nullable MqttConnection connection;
    private int failures;

    MqttLink(Vertx vertx, MqttSettings settings, Events events) {
        this.vertx = vertx;
        this.settings = settings;
        this.events = events;
        MqttLimits limits = settings.limits();
        this.delay = new ReconnectDelay(limits.firstReconnectDelay(), limits.maxReconnectDelay(), settings.seed());
    }

    LinkStatus status() {
        return status;
    }

    /** The connection that stands, or null. */
    @Nullable
    MqttConnection connection() {
        return connection;
    }

    /** Whether an attempt is under way whose end is near. */
    boolean isConnecting() {
        return attempt != null;
    }

    void connect() {
        if (status instanceof LinkStatus.Closed) {
            return;
        }
        MqttConnection opening = new MqttConnection(vertx, settings, this);
        attempt = opening;
        opening.open().compose(ignored -> events.prepare(opening)).onComplete(result -> {
            if (attempt != opening) {
                // Lost or closed meanwhile, and dealt with there.
                return;
            }
            attempt = null;
            if (result.succeeded()) {
                stands(opening);
            } else {
                opening.close();
                failed(String.valueOf(result.cause().getMessage()));
            }
        });
    }

    private void stands(MqttConnection opened) {
        connection = opened;
        LOG.info("Connected to the MQTT broker at {} as {}", settings.address(), settings.clientId());
        status = new LinkStatus.Connected();
        announce(opened);
        events.up(opened);
        vertx.setTimer(STABLE_AFTER.toMillis(), ignored -> {
            if (connection == opened) {
                failures = 0;
                delay.reset();
            }
        });
    }

    private void announce(MqttConnection opened) {
        Presence presence = settings.presence();
        if (presence != null) {
            opened.publish(
                    opened.nextPublishId(), new Message(presence.topic(), Buffer.buffer(presence.online()), true));
        }
    }

    @Override
    public void lost(MqttConnection lost, String problem) {
        if (lost == attempt) {
            attempt = null;
            failed(problem);
        } else if (lost == connection) {
            connection = null;
            LOG.warn("Lost the MQTT broker at {}: {}", settings.address(), problem);
            retry(problem);
            events.down();
        }
    }

    private void failed(String problem) {
        boolean known = status instanceof LinkStatus.Connecting before && problem.equals(before.problem());
        if (!known) {
            LOG.warn(
                    "No connection to the MQTT broker at {}: {}. Trying again, at least every {} s",
                    settings.address(),
                    problem,
                    settings.limits().maxReconnectDelay().toSeconds());
        }
        retry(problem);
        events.unreachable();
    }

    private void retry(String problem) {
        failures++;
        status = new LinkStatus.Connecting(failures, problem);
        vertx.setTimer(delay.next().toMillis(), ignored -> connect());
    }

    /** Says good-bye to the broker and tries no more. */
    Future<Void> close() {
        status = new LinkStatus.Closed();
        MqttConnection open = connection == null ? attempt : connection;
        connection = null;
        attempt = null;
        return open == null ? Future.succeededFuture() : open.close();
    }

    @Override
    public void acknowledged(int packetId) {
        events.acknowledged(packetId);
    }

    @Override
    public void expired(int packetId) {
        events.expired(packetId);
    }

    @Override
    public void arrived(MqttConnection source, MqttPublishMessage message) {
        events.arrived(source, message);
    }
}
