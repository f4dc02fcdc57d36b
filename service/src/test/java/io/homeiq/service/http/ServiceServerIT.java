package io.homeiq.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.service.About;
import io.homeiq.service.RunningService;
import io.homeiq.service.ServiceException;
import io.homeiq.service.health.Readiness;
import io.homeiq.service.metrics.Metrics;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceServerIT {

    private static final String JSON = "application/json";

    private final RunningService service = RunningService.with(ServiceServerIT::routes);

    @AfterEach
    void close() {
        service.close();
    }

    private static void routes(Api api) {
        api.get(
                        "/things/{id}",
                        request -> Future.succeededFuture(Reply.ok(
                                Map.of("id", request.path("id"), "limit", request.integer("limit", 100, 1, 1000)))))
                .get(
                        "/times",
                        request -> Future.succeededFuture(Reply.ok(Map.of("at", String.valueOf(request.time("at"))))))
                .get("/id", request -> Future.succeededFuture(Reply.ok(Map.of("id", request.id()))));
    }

    @Test
    void tellsAtTheRootWhoItIsAndWhatItAnswers() {
        // When
        JsonNode root = service.parse(service.get("/"));

        // Then
        assertThat(root.path("service").asText()).isEqualTo("test");
        assertThat(root.path("version").asText()).isEqualTo("1.2.3");
        assertThat(root.path("endpoints").toString()).contains("GET /things/{id}", "GET /times", "GET /health/ready");
    }

    @Test
    void answersWithParametersOfPathAndQuery() {
        // When
        HttpResponse<String> response = service.get("/things/a%20b?limit=7");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(JSON);
        assertThat(service.parse(response).path("id").asText()).isEqualTo("a b");
        assertThat(service.parse(response).path("limit").asInt()).isEqualTo(7);
    }

    @Test
    void readsATimeWhosePlusWasLostInTheQuery() {
        // When
        HttpResponse<String> response = service.get("/times?at=2026-03-01T06:45:02+01:00");

        // Then
        assertThat(service.parse(response).path("at").asText()).isEqualTo("2026-03-01T05:45:02Z");
    }

    @Test
    void tellsTheIdOfTheRequestBack() {
        // When
        HttpResponse<String> response = service.get("/id", "X-Request-Id", "abc-123");

        // Then
        assertThat(response.headers().firstValue("X-Request-Id")).contains("abc-123");
        assertThat(service.parse(response).path("id").asText()).isEqualTo("abc-123");
    }

    @Test
    void makesAnIdWhereTheGivenOneCouldSpoilALog() {
        // When
        HttpResponse<String> response = service.get("/id", "X-Request-Id", "a b {}");

        // Then
        assertThat(service.parse(response).path("id").asText())
                .isNotEqualTo("a b {}")
                .isNotEmpty();
    }

    @Test
    void countsRequestsByRouteAndNeverByAddress() {
        // Given
        service.get("/things/1");
        service.get("/things/2");
        service.get("/nothing/3");

        // When
        String metrics = service.get("/metrics").body();

        // Then
        assertThat(metrics)
                .contains(
                        "homeiq_http_request_seconds_count{method=\"GET\",route=\"/things/{id}\",service=\"test\",status=\"200\"} 2")
                .contains("route=\"none\",service=\"test\",status=\"404\"")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("/things/1");
    }

    @Test
    void namesThePortThatAnotherProcessUses() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            ServerParts parts = new ServerParts(
                    new About("second", "1", "Cannot start."),
                    new ServerSettings("127.0.0.1", other.getLocalPort()),
                    service.json,
                    new Metrics("second"),
                    new Readiness(service.vertx));

            // Then
            assertThatThrownBy(() -> ServiceServer.start(service.vertx, parts, List.of())
                            .timeout(10, TimeUnit.SECONDS)
                            .await())
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ServiceException.Kind.PORT_IN_USE))
                    .hasMessageContaining("the second service cannot listen on 127.0.0.1 port " + other.getLocalPort())
                    .hasMessageContaining("choose another port");
        }
    }
}
