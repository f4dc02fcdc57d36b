package io.homeiq.testing;

import static io.homeiq.testing.MqttGreeting.ACCEPTED;
import static io.homeiq.testing.MqttGreeting.NOT_AUTHORIZED;
import static io.homeiq.testing.MqttGreeting.greet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MosquittoProcessIT {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int SHORT_MILLIS = 200;

    @Test
    void answersOnItsPort() throws IOException {
        // Given
        try (MosquittoProcess broker = MosquittoProcess.startInMemory()) {

            // When
            int answer = greet(broker.port(), PATIENCE_MILLIS, null, null);

            // Then
            assertThat(answer).as(broker.log()).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void comesBackOnTheSamePortAfterBeingKilled() throws IOException {
        // Given
        try (MosquittoProcess broker = MosquittoProcess.startInMemory()) {
            broker.kill();
            assertThat(broker.isRunning()).isFalse();
            assertThatThrownBy(() -> greet(broker.port(), PATIENCE_MILLIS, null, null))
                    .isInstanceOf(ConnectException.class);

            // When
            broker.start();

            // Then
            assertThat(greet(broker.port(), PATIENCE_MILLIS, null, null)).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void isSilentWhileFrozenAndAnswersWhenThawed() throws IOException {
        // Given
        try (MosquittoProcess broker = MosquittoProcess.startInMemory()) {
            broker.freeze();
            assertThatThrownBy(() -> greet(broker.port(), SHORT_MILLIS, null, null))
                    .isInstanceOf(SocketTimeoutException.class);

            // When
            broker.thaw();

            // Then
            assertThat(greet(broker.port(), PATIENCE_MILLIS, null, null)).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void letsInOnlyItsUser() throws IOException {
        // Given
        try (MosquittoProcess broker = MosquittoProcess.startWithLogin("home", "secret")) {

            // When
            int stranger = greet(broker.port(), PATIENCE_MILLIS, null, null);
            int user = greet(broker.port(), PATIENCE_MILLIS, "home", "secret");

            // Then
            assertThat(stranger).isEqualTo(NOT_AUTHORIZED);
            assertThat(user).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void keepsRetainedMessagesOverARestartIfPersistent() {
        // Given
        try (MosquittoProcess broker = MosquittoProcess.startPersistent()) {
            retain(broker, "kept");

            // When
            broker.restart();

            // Then
            assertThat(retained(broker)).isEqualTo("kept");
        }
    }

    @Test
    void forgetsRetainedMessagesWithARestartInMemory() {
        // Given
        try (MosquittoProcess broker = MosquittoProcess.startInMemory()) {
            retain(broker, "lost");

            // When
            broker.restart();
            retain(broker, "new");

            // Then
            assertThat(retained(broker)).isEqualTo("new");
        }
    }

    private static void retain(MosquittoProcess broker, String message) {
        client("mosquitto_pub", broker, "-r", "-q", "1", "-m", message);
    }

    private static String retained(MosquittoProcess broker) {
        return client("mosquitto_sub", broker, "-C", "1", "-W", "10").strip();
    }

    private static String client(String name, MosquittoProcess broker, String... options) {
        Optional<Path> program = Programs.find(name);
        String path = RealParts.fromEnvironment()
                .need(name, program, "apt-get install mosquitto-clients")
                .toString();
        List<String> command = new ArrayList<>(
                List.of(path, "-h", broker.host(), "-p", Integer.toString(broker.port()), "-t", "test/retained"));
        command.addAll(List.of(options));
        return ChildProcess.run(command, Duration.ofSeconds(20));
    }
}
