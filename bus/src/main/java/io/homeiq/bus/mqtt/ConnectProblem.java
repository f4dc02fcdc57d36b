package io.homeiq.bus.mqtt;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.mqtt.MqttConnectionException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why there is no connection, in one line with the cure and without a password. */
final class ConnectProblem {

    private ConnectProblem() {}

    static String of(Throwable thrown, MqttSettings settings) {
        return switch (thrown) {
            case MqttConnectionException refused -> refusal(refused.code(), settings);
            case UnknownHostException unknown -> "no host is known as " + settings.host();
            case SSLException tls ->
                "the encrypted connection failed: " + text(tls) + "; check the certificate authority and the host name";
            case TooLongFrameException large ->
                "a message larger than " + ClientOptions.MAX_MESSAGE_BYTES
                        + " bytes came in; remove it or its retained copy from the broker";
            default -> text(thrown);
        };
    }

    private static String refusal(MqttConnectReturnCode code, MqttSettings settings) {
        Credentials credentials = settings.credentials();
        return switch (code) {
            case CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD, CONNECTION_REFUSED_NOT_AUTHORIZED ->
                credentials == null
                        ? "the broker wants a user name and password"
                        : "the broker refused the user name " + credentials.username() + " or its password";
            case CONNECTION_REFUSED_IDENTIFIER_REJECTED -> "the broker refused the client id " + settings.clientId();
            default -> "the broker refused the connection: " + code;
        };
    }

    private static String text(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
