package io.homeiq.bus.mqtt;

import io.homeiq.bus.Message;
import io.homeiq.contracts.event.TopicFilter;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubAckMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the broker, from CONNECT until it is lost, and never used again after that: the client's bookkeeping does not survive a
 * disconnect, and an acknowledgement must not reach another connection than the one its message came by. On the bus's context only.
 */
final class MqttConnection {

    /** What happens on a connection that stands. Nothing is reported after {@code lost}. */
    interface Events {
        void acknowledged(int packetId);

        void expired(int packetId);

        void arrived(MqttConnection connection, MqttPublishMessage message);

        void lost(MqttConnection connection, String problem);
    }

    /** The client counts SUBSCRIBE and UNSUBSCRIBE from 1; publications keep clear of these. */
    private static final int FIRST_PUBLISH_ID = 20_001;

    private static final int LAST_PUBLISH_ID = 65_535;
    private static final int REFUSED = 0x80;

    private final Vertx vertx;
    private final MqttSettings settings;
    private final Events events;
    private final MqttClient client;
    private final Map<Integer, Promise<List<Integer>>> subscribing = new HashMap<>();
    private final Map<Integer, Promise<Void>> unsubscribing = new HashMap<>();
    private final Set<Integer> handling = new HashSet<>();
    private int lastPublishId = LAST_PUBLISH_ID;
    private boolean up;
    private @Nullable String problem;

    MqttConnection(Vertx vertx, MqttSettings settings, Events events) {
        this.vertx = vertx;
        this.settings = settings;
        this.events = events;
        this.client = MqttClient.create(vertx, ClientOptions.of(settings));
    }

    /** Connects. The future fails with a problem in words, after the connect timeout at the latest; nothing is left open then. */
    Future<Void> open() {
        client.publishCompletionHandler(id -> whenUp(() -> events.acknowledged(id)));
        client.publishCompletionExpirationHandler(id -> whenUp(() -> {
            events.expired(id);
            drop("no acknowledgement within " + settings.limits().ackTimeout());
        }));
        client.publishHandler(message -> whenUp(() -> events.arrived(this, message)));
        client.subscribeCompletionHandler(this::subscribed);
        client.unsubscribeCompletionHandler(this::unsubscribed);
        client.exceptionHandler(thrown -> problem = ConnectProblem.of(thrown, settings));
        client.closeHandler(ignored -> lost(problem == null ? "the connection was closed" : problem));
        Promise<Void> opened = Promise.promise();
        long timeout = vertx.setTimer(settings.limits().connectTimeout().toMillis(), ignored -> {
            String silent = "no answer within " + settings.limits().connectTimeout();
            if (opened.tryFail(silent)) {
                client.disconnect();
            }
        });
        client.connect(settings.port(), settings.host()).onComplete(answer -> {
            vertx.cancelTimer(timeout);
            if (answer.failed()) {
                opened.tryFail(problem == null ? ConnectProblem.of(answer.cause(), settings) : problem);
            } else if (!opened.future().isComplete()) {
                // First, because those who wait for the connection use it at once.
                up = true;
                opened.complete();
            }
        });
        return opened.future();
    }

    boolean isUp() {
        return up;
    }

    int nextPublishId() {
        lastPublishId = lastPublishId >= LAST_PUBLISH_ID ? FIRST_PUBLISH_ID : lastPublishId + 1;
        return lastPublishId;
    }

    void publish(int packetId, Message message) {
        client.publish(
                        packetId,
                        message.topic().value(),
                        message.payload(),
                        MqttQoS.AT_LEAST_ONCE,
                        false,
                        message.retained())
                .onFailure(failure -> drop("could not send: " + failure.getMessage()));
    }

    /** Asks for all of these; returns those that the broker refused, and fails when the connection is lost before it has answered. */
    Future<List<TopicFilter>> subscribe(List<TopicFilter> filters) {
        if (filters.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        Map<String, Integer> wanted = new LinkedHashMap<>();
        filters.forEach(filter -> wanted.put(filter.value(), MqttQoS.AT_LEAST_ONCE.value()));
        Promise<List<Integer>> answered = Promise.promise();
        client.subscribe(wanted)
                .onSuccess(id -> expect(subscribing, id, answered, "SUBSCRIBE"))
                .onFailure(failure -> drop("could not subscribe: " + failure.getMessage()));
        return answered.future().map(granted -> refused(filters, granted));
    }

    private static List<TopicFilter> refused(List<TopicFilter> filters, List<Integer> granted) {
        List<TopicFilter> refused = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            if (i >= granted.size() || granted.get(i) == REFUSED) {
                refused.add(filters.get(i));
            }
        }
        return refused;
    }

    /** Asks for no more of these; completes when the broker has answered or the connection is lost. */
    Future<Void> unsubscribe(TopicFilter filter) {
        Promise<Void> answered = Promise.promise();
        client.unsubscribe(filter.value())
                .onSuccess(id -> expect(unsubscribing, id, answered, "UNSUBSCRIBE"))
                .onFailure(failure -> drop("could not unsubscribe: " + failure.getMessage()));
        return answered.future().otherwiseEmpty();
    }

    private <T> void expect(Map<Integer, Promise<T>> open, int id, Promise<T> answered, String request) {
        if (!up) {
            answered.tryFail("the connection was lost");
            return;
        }
        open.put(id, answered);
        vertx.setTimer(settings.limits().ackTimeout().toMillis(), ignored -> {
            if (open.containsKey(id)) {
                drop("no answer to " + request + " within " + settings.limits().ackTimeout());
            }
        });
    }

    private void subscribed(MqttSubAckMessage answer) {
        Promise<List<Integer>> waiting = subscribing.remove(answer.messageId());
        if (waiting != null) {
            waiting.complete(answer.grantedQoSLevels());
        }
    }

    private void unsubscribed(int id) {
        Promise<Void> waiting = unsubscribing.remove(id);
        if (waiting != null) {
            waiting.complete();
        }
    }

    /** False if the broker has sent the message again while its handler is still busy with it. */
    boolean startHandling(MqttPublishMessage message) {
        return message.qosLevel() == MqttQoS.AT_MOST_ONCE || handling.add(message.messageId());
    }

    /** Tells the broker that the message was handled, unless the connection that it came by is gone. */
    void acknowledge(MqttPublishMessage message) {
        if (up) {
            handling.remove(message.messageId());
            message.ack();
        }
    }

    /** Ends it; reported as lost with the given problem. */
    void drop(String reason) {
        if (up) {
            client.disconnect();
            lost(reason);
        }
    }

    /** Says good-bye; nothing is reported. */
    Future<Void> close() {
        up = false;
        failRequests();
        return client.disconnect().otherwiseEmpty();
    }

    private void lost(String reason) {
        if (up) {
            up = false;
            events.lost(this, reason);
            failRequests();
        }
    }

    private void failRequests() {
        List<Promise<?>> open = new ArrayList<>(subscribing.values());
        open.addAll(unsubscribing.values());
        subscribing.clear();
        unsubscribing.clear();
        open.forEach(request -> request.tryFail("the connection was lost"));
    }

    private void whenUp(Runnable action) {
        if (up) {
            action.run();
        }
    }
}
