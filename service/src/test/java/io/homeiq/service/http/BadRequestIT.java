package io.homeiq.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.service.Problem;
import io.homeiq.service.RunningService;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BadRequestIT {

    private static final String JSON = "application/json";

    private final RunningService service = RunningService.with(BadRequestIT::routes);

    @AfterEach
    void close() {
        service.close();
    }

    record Thing(String name, int count) {}

    private static void routes(Api api) {
        api.get(
                        "/things/{id}",
                        request -> Future.succeededFuture(Reply.ok(
                                Map.of("id", request.path("id"), "limit", request.integer("limit", 100, 1, 1000)))))
                .post(
                        "/things",
                        request -> Future.succeededFuture(Reply.created(request.body(Thing.class), "/things/1")))
                .get("/broken", request -> {
                    throw new IllegalStateException("the password is 12345");
                })
                .get(
                        "/refused",
                        request -> Problem.of(Problem.Kind.CONFLICT, "one runs already")
                                .asFailure());
    }

    @Test
    void namesTheParameterThatIsWrong() {
        // When
        HttpResponse<String> response = service.get("/things/1?limit=1001");

        // Then
        assertProblem(response, 400, "limit must be a whole number from 1 to 1000, was: 1001");
        assertThat(service.parse(response).path("parameter").asText()).isEqualTo("limit");
    }

    @Test
    void answersAnUnknownPathWithAProblem() {
        assertProblem(service.get("/nothing/here"), 404, "there is no /nothing/here here");
    }

    @Test
    void answersAWrongMethodWithTheRightOnes() {
        // When
        HttpResponse<String> response = service.send("DELETE", "/things/1");

        // Then
        assertProblem(response, 405, "/things/1 knows GET, not DELETE");
        assertThat(response.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void answersAnAddressThatIsNotEncodedWithAProblem() throws IOException {
        assertThat(raw("GET /things/%zz HTTP/1.1\nHost: test\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:homeiq:problem:invalid_request");
    }

    @Test
    void refusesJsonThatIsNone() {
        assertProblem(service.post("/things", JSON, "{\"name\": \"a\","), 422, "cannot read the body");
    }

    @Test
    void refusesJsonOfAnotherShape() {
        assertProblem(service.post("/things", JSON, "{\"name\": \"a\", \"count\": \"many\"}"), 422, "count");
    }

    @Test
    void namesTheFieldThatItDoesNotKnow() {
        assertProblem(
                service.post("/things", JSON, "{\"name\": \"a\", \"count\": 1, \"colour\": \"red\"}"),
                422,
                "cannot read the body: colour: is not known here; there are count, name");
    }

    @Test
    void refusesAnotherContentType() {
        assertProblem(
                service.post("/things", "text/plain", "{}"),
                415,
                "Content-Type must be application/json, was: text/plain");
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() {
        // Given
        String large = "{\"name\":\"" + "a".repeat(ServerLimits.MAX_BODY_BYTES) + "\"}";

        // Then
        assertProblem(service.post("/things", JSON, large), 413, "the body may have 1048576 bytes");
    }

    @Test
    void refusesABodyThatTurnsOutToBeTooLarge() throws IOException {
        // Given
        String head = """
                POST /things HTTP/1.1
                Host: test
                Content-Type: application/json
                Transfer-Encoding: chunked

                """;
        String chunk = "4000\n" + "a".repeat(0x4000) + "\n";
        String request = head + chunk.repeat(ServerLimits.MAX_BODY_BYTES / 0x4000 + 1);

        // Then
        assertThat(raw(request)).startsWith("HTTP/1.1 413").contains("Connection: close");
    }

    @Test
    void refusesHeadersThatAreTooLarge() {
        assertThat(service.get("/", "X-Large", "a".repeat(ServerLimits.MAX_HEADER_BYTES))
                        .statusCode())
                .isEqualTo(431);
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        assertThat(service.get("/" + "a".repeat(ServerLimits.MAX_REQUEST_LINE_BYTES))
                        .statusCode())
                .isEqualTo(414);
    }

    @Test
    void answersWhatIsNoHttpWithAProblem() throws IOException {
        assertThat(raw("nonsense\n\n")).contains(" 400 ").contains("urn:homeiq:problem:invalid_request");
    }

    @Test
    void closesConnectionsThatAreTooManyAndGoesOn() throws IOException {
        // Given
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < ServerLimits.MAX_CONNECTIONS + 20; i++) {
                sockets.add(new Socket(InetAddress.getLoopbackAddress(), service.port()));
            }

            // When
            Socket last = sockets.getLast();
            last.setSoTimeout(10_000);

            // Then
            assertThat(last.getInputStream().read()).isEqualTo(-1);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        await().untilAsserted(() -> assertThat(raw("GET /health/live HTTP/1.1\nHost: a\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 200"));
    }

    @Test
    void hidesTheInternalsOfAnUnexpectedFailure() {
        // When
        HttpResponse<String> response = service.get("/broken");

        // Then
        assertProblem(response, 500, "an unexpected failure");
        assertThat(response.body()).doesNotContain("12345").doesNotContain("IllegalState");
    }

    @Test
    void answersARefusalAsTheProblemThatItIs() {
        assertProblem(service.get("/refused"), 409, "one runs already");
    }

    @Test
    void keepsTheConnectionAfterAProblem() throws IOException {
        // When
        String answers = raw("""
                GET /nothing HTTP/1.1
                Host: test

                GET /health/live HTTP/1.1
                Host: test
                Connection: close

                """);

        // Then
        assertThat(answers).contains("HTTP/1.1 404").contains("HTTP/1.1 200");
    }

    private void assertProblem(HttpResponse<String> response, int status, String detail) {
        JsonNode problem = service.parse(response);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).startsWith("urn:homeiq:problem:");
        assertThat(problem.path("detail").asText()).contains(detail);
        assertThat(problem.path("request_id").asText()).isNotEmpty();
    }

    /** Sends these lines, as HTTP ends them, and reads until the server closes. */
    private String raw(String lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
