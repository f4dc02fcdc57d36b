package io.homeiq.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP, as a client of the services or of Home Assistant; with a token if one is given. */
public final class Web implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final @Nullable String token;

    private Web(@Nullable String token) {
        this.token = token;
    }

    public static Web plain() {
        return new Web(null);
    }

    public static Web withToken(String token) {
        return new Web(token);
    }

    /** What came back, whatever the status; a body that is no JSON is told as a text. */
    public record Answer(int status, JsonNode body) {

        public boolean isOk() {
            return status >= 200 && status < 300;
        }
    }

    public Answer get(String url) {
        return send(request(url).GET().build());
    }

    public Answer post(String url, String json) {
        return send(request(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    public Answer upload(String url, Path file, String mediaType) throws IOException {
        return send(request(url)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofFile(file))
                .build());
    }

    /** The body of an answer that must be a good one. */
    public JsonNode read(String url) {
        Answer answer = get(url);
        if (!answer.isOk()) {
            throw new AssertionError(url + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            String text = response.body();
            boolean isJson = text.startsWith("{") || text.startsWith("[");
            return new Answer(response.statusCode(), isJson ? JSON.readTree(text) : JSON.valueToTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + ": " + e.getMessage(), e);
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
