package io.homeiq.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All tests share one Home Assistant and one broker, because a start takes seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeAssistantProcessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private MosquittoProcess broker;
    private HomeAssistantProcess home;

    @BeforeAll
    void start() {
        broker = MosquittoProcess.startInMemory();
        home = HomeAssistantProcess.startSampleHome(broker.host(), broker.port());
    }

    @AfterAll
    void close() {
        if (home != null) {
            home.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void letsInTheOwnerAndTheSecondPersonAndNobodyElse() throws IOException, InterruptedException {
        assertThat(status(home.token())).isEqualTo(200);
        assertThat(status(home.secondToken())).isEqualTo(200);
        assertThat(status("no token")).isEqualTo(401);
    }

    @Test
    void joinsTheBroker() {
        Awaitility.await(home.url() + " at the broker")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(broker.log()).contains("New client connected"));
    }

    @Test
    void keepsItsAddressAndItsTokensOverARestart() throws IOException, InterruptedException {
        // Given
        String url = home.url();
        String token = home.token();

        // When
        home.restart();

        // Then
        assertThat(home.url()).isEqualTo(url).endsWith(":" + home.port());
        assertThat(status(token)).isEqualTo(200);
    }

    private int status(String token) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(home.url() + "/api/config"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
