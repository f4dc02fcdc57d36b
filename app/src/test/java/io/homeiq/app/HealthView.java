package io.homeiq.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The health of some services as whoever watches over them sees it: an answer that takes two seconds is none. */
final class HealthView implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> urls;

    /** @param urls of the services, by name */
    HealthView(Map<String, String> urls) {
        this.urls = new TreeMap<>(urls);
    }

    /** By service: {@code ready}, or the names of the checks that are down; a service that does not answer is an error. */
    Map<String, String> ready() {
        Map<String, String> all = new TreeMap<>();
        urls.forEach((name, url) -> {
            HttpResponse<String> response = get(url + "/health/ready");
            all.put(name, response.statusCode() == 200 ? "ready" : down(parse(response)));
        });
        return all;
    }

    /** By service: the word of {@code /health/health}, if {@code /health/live} is well too. */
    Map<String, String> health() {
        Map<String, String> all = new TreeMap<>();
        urls.forEach((name, url) -> {
            boolean live = get(url + "/health/live").statusCode() == 200;
            all.put(
                    name,
                    live ? parse(get(url + "/health/health")).path("status").asText() : "dead");
        });
        return all;
    }

    private static String down(JsonNode problem) {
        StringBuilder names = new StringBuilder();
        problem.path("checks").properties().forEach(check -> {
            if (check.getValue().asText().equals("DOWN")) {
                names.append(names.isEmpty() ? "" : ",").append(check.getKey());
            }
        });
        return names.toString();
    }

    private static JsonNode parse(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    private HttpResponse<String> get(String url) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(url + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
