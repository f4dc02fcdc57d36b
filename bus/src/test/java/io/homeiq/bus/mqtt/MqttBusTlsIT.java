package io.homeiq.bus.mqtt;

import static io.homeiq.bus.Futures.await;
import static io.homeiq.bus.Futures.get;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Topic;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PfxOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An encrypted connection, to a server whose certificate is for the name localhost. */
class MqttBusTlsIT {

    private static final String PASSWORD = "changeit";

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path folder;

    private Path authority;
    private MqttServer server;

    @BeforeEach
    void start() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process tool = new ProcessBuilder((keytool
                                + " -genkeypair -alias broker -keyalg EC -dname CN=localhost -ext san=dns:localhost"
                                + " -validity 3650 -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + keys)
                        .split(" "))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.out").toFile())
                .start();
        assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        authority = folder.resolve("authority.pem");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        byte[] certificate = store.getCertificate("broker").getEncoded();
        Files.writeString(
                authority,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n");
        server = MqttServer.create(
                        vertx,
                        new MqttServerOptions()
                                .setPort(0)
                                .setHost("127.0.0.1")
                                .setSsl(true)
                                .setKeyCertOptions(new PfxOptions()
                                        .setPath(keys.toString())
                                        .setPassword(PASSWORD)))
                .endpointHandler(MqttBusTlsIT::acceptAndAcknowledge);
        get(server.listen());
    }

    private static void acceptAndAcknowledge(MqttEndpoint endpoint) {
        endpoint.publishAutoAck(true);
        endpoint.accept(false);
    }

    @AfterEach
    void stop() {
        get(vertx.close());
    }

    private MqttBus open(String host, Tls tls) {
        MqttLimits limits = MqttLimits.DEFAULT.withReconnectDelay(Duration.ofMillis(50), Duration.ofMillis(500));
        return MqttBus.open(
                vertx,
                MqttSettings.of(host, server.actualPort(), "one").withTls(tls).withLimits(limits));
    }

    private static String awaitProblem(MqttBus bus) {
        await("a problem")
                .until(() -> bus.status() instanceof LinkStatus.Connecting connecting && connecting.problem() != null);
        return Objects.requireNonNull(((LinkStatus.Connecting) bus.status()).problem());
    }

    @Test
    void connectsWithTheAuthorityThatSignedTheBrokersCertificate() {
        // When
        MqttBus bus = open("localhost", new Tls(authority, true));

        // Then
        get(bus.publish(new Message(new Topic("a"), Buffer.buffer("encrypted"), false)));
        get(bus.close());
    }

    @Test
    void trustsNobodyUnknown() {
        // When
        MqttBus bus = open("localhost", Tls.DEFAULT);

        // Then
        assertThat(awaitProblem(bus)).startsWith("the encrypted connection failed");
        get(bus.close());
    }

    @Test
    void insistsOnTheNameOfTheHostUnlessToldOtherwise() {
        // When
        MqttBus strict = open("127.0.0.1", new Tls(authority, true));
        MqttBus lenient = open("127.0.0.1", new Tls(authority, false));

        // Then
        assertThat(awaitProblem(strict)).startsWith("the encrypted connection failed");
        await().until(lenient::isConnected);
        get(strict.close());
        get(lenient.close());
    }

    @Test
    void saysThatTheAuthorityIsMissing() {
        // When
        MqttBus bus = open("localhost", new Tls(folder.resolve("nowhere.pem"), true));

        // Then
        assertThat(awaitProblem(bus)).contains("nowhere.pem");
        get(bus.close());
    }
}
