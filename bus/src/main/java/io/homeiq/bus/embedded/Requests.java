package io.homeiq.bus.embedded;

import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption.RetainedHandlingPolicy;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttDisconnectMessage;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubRecReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttUnsubAckReasonCode;
import java.util.ArrayList;
import java.util.List;

/** What a connected client asks for, answered. */
final class Requests {

    private final Switchboard switchboard;
    private final Session session;
    private final ClientConnection connection;
    private final MqttEndpoint endpoint;

    Requests(Switchboard switchboard, Session session, ClientConnection connection) {
        this.switchboard = switchboard;
        this.session = session;
        this.connection = connection;
        this.endpoint = connection.endpoint();
    }

    void listen() {
        endpoint.publishHandler(this::publish);
        endpoint.publishReleaseHandler(this::release);
        endpoint.publishAcknowledgeHandler(this::acknowledged);
        endpoint.subscribeHandler(this::subscribe);
        endpoint.unsubscribeHandler(this::unsubscribe);
        endpoint.disconnectMessageHandler(this::goodbye);
        endpoint.closeHandler(ignored -> switchboard.lost(session, connection));
        endpoint.exceptionHandler(thrown -> connection.cut(MqttDisconnectReasonCode.MALFORMED_PACKET));
    }

    private void publish(MqttPublishMessage message) {
        if (message.topicName().isEmpty() || SubscriptionTree.isTooDeep(message.topicName())) {
            connection.cut(MqttDisconnectReasonCode.TOPIC_NAME_INVALID);
            return;
        }
        boolean news = message.qosLevel().value() < 2 || session.unreleased().add(message.messageId());
        boolean kept = !news || switchboard.publish(publication(message));
        switch (message.qosLevel()) {
            case AT_LEAST_ONCE ->
                endpoint.publishAcknowledge(
                        message.messageId(),
                        kept ? MqttPubAckReasonCode.SUCCESS : MqttPubAckReasonCode.QUOTA_EXCEEDED,
                        MqttProperties.NO_PROPERTIES);
            case EXACTLY_ONCE ->
                endpoint.publishReceived(
                        message.messageId(), MqttPubRecReasonCode.SUCCESS, MqttProperties.NO_PROPERTIES);
            default -> {}
        }
    }

    private Publication publication(MqttPublishMessage message) {
        return new Publication(
                new Topic(message.topicName()),
                message.payload(),
                message.qosLevel().value(),
                message.isRetain(),
                Publication.handedOn(message.properties()),
                Publication.deadline(message.properties(), System.nanoTime()),
                session.clientId());
    }

    private void release(int packetId) {
        session.unreleased().remove(packetId);
        endpoint.publishComplete(packetId);
    }

    private void acknowledged(int packetId) {
        session.outgoing().acknowledged(packetId);
        session.outgoing().sendOn(connection, System.nanoTime());
    }

    private void subscribe(MqttSubscribeMessage request) {
        List<MqttSubAckReasonCode> answers = new ArrayList<>();
        List<Runnable> retained = new ArrayList<>();
        for (MqttTopicSubscription wanted : request.topicSubscriptions()) {
            answers.add(subscribe(wanted, retained));
        }
        endpoint.subscribeAcknowledge(request.messageId(), answers, MqttProperties.NO_PROPERTIES);
        retained.forEach(Runnable::run);
    }

    private MqttSubAckReasonCode subscribe(MqttTopicSubscription wanted, List<Runnable> retained) {
        String text = wanted.topicName();
        if (text.startsWith("$share/")) {
            return refusal(MqttSubAckReasonCode.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED);
        }
        TopicFilter filter;
        try {
            filter = new TopicFilter(text);
        } catch (IllegalArgumentException invalid) {
            return refusal(MqttSubAckReasonCode.TOPIC_FILTER_INVALID);
        }
        if (SubscriptionTree.isTooDeep(text)) {
            return refusal(MqttSubAckReasonCode.TOPIC_FILTER_INVALID);
        }
        if (!switchboard.hasRoomFor(session, filter)) {
            return refusal(MqttSubAckReasonCode.QUOTA_EXCEEDED);
        }
        MqttSubscriptionOption option = wanted.subscriptionOption();
        int qos = Math.min(Grant.HIGHEST_QOS, wanted.qualityOfService().value());
        Grant grant = new Grant(qos, option.isNoLocal(), option.isRetainAsPublished());
        boolean fresh = switchboard.subscribe(session, filter, grant);
        if (tellsRetained(option.retainHandling(), fresh)) {
            retained.add(() -> switchboard.tellRetained(session, filter, grant));
        }
        return qos == 0 ? MqttSubAckReasonCode.GRANTED_QOS0 : MqttSubAckReasonCode.GRANTED_QOS1;
    }

    /** MQTT 3.1.1 knows only one way to say no. */
    private MqttSubAckReasonCode refusal(MqttSubAckReasonCode reason) {
        return connection.speaksVersion5() ? reason : MqttSubAckReasonCode.UNSPECIFIED_ERROR;
    }

    private static boolean tellsRetained(RetainedHandlingPolicy policy, boolean fresh) {
        return switch (policy) {
            case SEND_AT_SUBSCRIBE -> true;
            case SEND_AT_SUBSCRIBE_IF_NOT_YET_EXISTS -> fresh;
            case DONT_SEND_AT_SUBSCRIBE -> false;
        };
    }

    private void unsubscribe(MqttUnsubscribeMessage request) {
        List<MqttUnsubAckReasonCode> answers = new ArrayList<>();
        for (String text : request.topics()) {
            boolean known = session.filters().stream()
                    .filter(filter -> filter.value().equals(text))
                    .findFirst()
                    .map(filter -> {
                        switchboard.unsubscribe(session, filter);
                        return true;
                    })
                    .orElse(false);
            answers.add(known ? MqttUnsubAckReasonCode.SUCCESS : MqttUnsubAckReasonCode.NO_SUBSCRIPTION_EXISTED);
        }
        endpoint.unsubscribeAcknowledge(request.messageId(), answers, MqttProperties.NO_PROPERTIES);
    }

    private void goodbye(MqttDisconnectMessage message) {
        if (message.properties().getProperty(MqttProperties.SESSION_EXPIRY_INTERVAL)
                instanceof IntegerProperty seconds) {
            switchboard.expireAfter(session, Integer.toUnsignedLong(seconds.value()));
        }
        if (message.code() == MqttDisconnectReasonCode.WITH_WILL_MESSAGE) {
            switchboard.lost(session, connection);
        } else {
            switchboard.left(session, connection);
        }
    }
}
