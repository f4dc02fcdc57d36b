package io.homeiq.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HomeAssistantProcessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void letsBothPeopleInBeforeAndAfterARestart() throws IOException, InterruptedException {
        // Given
        try (HomeAssistantProcess home = HomeAssistantProcess.startSampleHome()) {
            String url = home.url();
            assertThat(status(home, home.token())).isEqualTo(200);

            // When
            home.restart();

            // Then
            assertThat(home.url()).isEqualTo(url).endsWith(":" + home.port());
            assertThat(status(home, home.token())).isEqualTo(200);
            assertThat(status(home, home.secondToken())).isEqualTo(200);
            assertThat(status(home, "no token")).isEqualTo(401);
        }
    }

    @Test
    void joinsABroker() {
        // Given
        try (MosquittoProcess broker = MosquittoProcess.startInMemory();

                // When
                HomeAssistantProcess home = HomeAssistantProcess.startSampleHome(broker.host(), broker.port())) {

            // Then
            Awaitility.await(home.url() + " at the broker")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(broker.log()).contains("New client connected"));
        }
    }

    private static int status(HomeAssistantProcess home, String token) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(home.url() + "/api/config"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
