package io.homeiq.app.bench.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.app.settings.Role;
import io.homeiq.app.simulate.HomeFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Brings the history of a home to running services and waits until its suggestions are there. */
final class AnalysedHome {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int FIRST_ERROR = 400;
    private static final int LOOKS = 600;
    private static final int LOOK_MILLIS = 500;

    private final Processes services;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    AnalysedHome(Processes services) {
        this.services = services;
    }

    void fill(HomeFolder home) throws IOException, InterruptedException {
        upload("/api/v1/registry", home.registry(), "application/json");
        upload("/api/v1/imports?name=bench", home.events(), "application/octet-stream");
        for (int look = 0; look < LOOKS; look++) {
            boolean idle = get(Role.PATTERN, "/api/analysis/status")
                    .at("/last_run/status")
                    .asText()
                    .equals("completed");
            if (idle
                    && get(Role.AUTOMATION, "/api/suggestions/list")
                                    .path("count")
                                    .asInt()
                            > 0) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new IllegalStateException("the home was not analysed");
    }

    private void upload(String path, Path file, String type) throws IOException, InterruptedException {
        answer(request(Role.DATA, path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofFile(file))
                .build());
    }

    private JsonNode get(Role role, String path) throws IOException, InterruptedException {
        return json.readTree(answer(request(role, path).GET().build()));
    }

    private HttpRequest.Builder request(Role role, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + services.port(role) + path))
                .timeout(LONGEST);
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= FIRST_ERROR) {
            throw new IllegalStateException(request.uri() + " answered " + response.body());
        }
        return response.body();
    }
}
