package io.homeiq.bus.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.mqtt.MqttConnectionException;
import java.io.IOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class ConnectProblemTest {

    private static final MqttSettings NOBODY = MqttSettings.of("broker", 1883, "one");
    private static final MqttSettings SOMEBODY = NOBODY.withCredentials(new Credentials("homeiq", "very-secret"));

    @Test
    void namesTheUserAndNeverThePassword() {
        for (MqttConnectReturnCode code : MqttConnectReturnCode.values()) {
            assertThat(ConnectProblem.of(new MqttConnectionException(code), SOMEBODY))
                    .doesNotContain("very-secret")
                    .doesNotContain("\n");
        }
        assertThat(ConnectProblem.of(
                        new MqttConnectionException(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED), SOMEBODY))
                .isEqualTo("the broker refused the user name homeiq or its password");
        assertThat(ConnectProblem.of(
                        new MqttConnectionException(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED), NOBODY))
                .isEqualTo("the broker wants a user name and password");
    }

    @Test
    void saysWhatIsWrongInOneLine() {
        assertThat(ConnectProblem.of(new UnknownHostException("Failed to resolve"), NOBODY))
                .isEqualTo("no host is known as broker");
        assertThat(ConnectProblem.of(new SSLHandshakeException("no path"), NOBODY))
                .startsWith("the encrypted connection failed: no path");
        assertThat(ConnectProblem.of(new TooLongFrameException(), NOBODY)).contains("larger than 1048576 bytes");
        assertThat(ConnectProblem.of(new IOException("Connection reset"), NOBODY))
                .isEqualTo("Connection reset");
        assertThat(ConnectProblem.of(new IOException(), NOBODY)).isEqualTo("IOException");
    }
}
