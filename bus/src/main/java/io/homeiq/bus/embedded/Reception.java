package io.homeiq.bus.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.homeiq.bus.embedded.EmbeddedBrokerSettings.Login;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttWill;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets clients in, or not, and tells those that speak MQTT 5 what this broker does not do. */
final class Reception {

    private static final String NOBODY = "";

    private final Switchboard switchboard;
    private final EmbeddedBrokerSettings settings;

    Reception(Switchboard switchboard, EmbeddedBrokerSettings settings) {
        this.switchboard = switchboard;
        this.settings = settings;
    }

    void arrived(MqttEndpoint endpoint) {
        boolean version5 = endpoint.protocolVersion() >= MqttVersion.MQTT_5.protocolLevel();
        MqttProperties wanted = endpoint.connectProperties();
        if (wanted.getProperty(MqttProperties.AUTHENTICATION_METHOD) != null) {
            endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD);
            return;
        }
        if (!isWelcome(endpoint.auth())) {
            endpoint.reject(
                    version5
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
                            : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
            return;
        }
        if (!hasPossibleWill(endpoint.will())) {
            endpoint.reject(
                    version5
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_TOPIC_NAME_INVALID
                            : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
            return;
        }
        String named = endpoint.clientIdentifier();
        boolean nameless = named == null || named.equals(NOBODY);
        String clientId = nameless ? UUID.randomUUID().toString() : named;
        boolean known = !endpoint.isCleanSession() && switchboard.isKnown(clientId);
        Session session = switchboard.claim(clientId, endpoint.isCleanSession());
        if (session == null) {
            endpoint.reject(
                    version5
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_QUOTA_EXCEEDED
                            : MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
            return;
        }
        long seconds = expirySeconds(endpoint, version5);
        Duration granted = switchboard.expireAfter(session, seconds);
        MqttProperties answer = version5
                ? answer(nameless ? clientId : null, granted.toSeconds() == seconds ? null : granted)
                : MqttProperties.NO_PROPERTIES;
        welcome(endpoint, session, known, answer);
    }

    private void welcome(MqttEndpoint endpoint, Session session, boolean known, MqttProperties answer) {
        ClientConnection connection = new ClientConnection(endpoint, settings.limits());
        session.connection(connection);
        session.will(Will.of(endpoint.will(), session.clientId()));
        new Requests(switchboard, session, connection).listen();
        endpoint.accept(known, answer);
        session.outgoing().sendOn(connection, System.nanoTime());
    }

    private boolean isWelcome(@Nullable MqttAuth auth) {
        Login login = settings.login();
        if (login == null) {
            return true;
        }
        String username = auth == null ? null : auth.getUsername();
        String password = auth == null ? null : auth.getPassword();
        boolean rightName = isSame(login.username(), username);
        boolean rightPassword = isSame(login.password(), password);
        return rightName && rightPassword;
    }

    private static boolean hasPossibleWill(MqttWill will) {
        return !will.isWillFlag()
                || will.getWillTopic().chars().noneMatch(c -> c == '+' || c == '#' || c == 0)
                        && !SubscriptionTree.isTooDeep(will.getWillTopic());
    }

    /** Takes as long for a wrong first letter as for a wrong last one. */
    private static boolean isSame(String expected, @Nullable String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), (given == null ? NOBODY : given).getBytes(UTF_8));
    }

    private static long expirySeconds(MqttEndpoint endpoint, boolean version5) {
        if (!version5) {
            return endpoint.isCleanSession() ? 0 : Integer.MAX_VALUE;
        }
        return endpoint.connectProperties().getProperty(MqttProperties.SESSION_EXPIRY_INTERVAL)
                        instanceof IntegerProperty wanted
                ? Integer.toUnsignedLong(wanted.value())
                : 0;
    }

    private MqttProperties answer(@Nullable String assignedId, @Nullable Duration expiry) {
        MqttProperties answer = new MqttProperties();
        answer.add(new IntegerProperty(
                MqttProperties.MAXIMUM_PACKET_SIZE, settings.limits().maxMessageBytes()));
        answer.add(new IntegerProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0));
        answer.add(new IntegerProperty(MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0));
        if (assignedId != null) {
            answer.add(new StringProperty(MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, assignedId));
        }
        if (expiry != null) {
            answer.add(new IntegerProperty(MqttProperties.SESSION_EXPIRY_INTERVAL, (int) expiry.toSeconds()));
        }
        return answer;
    }
}
