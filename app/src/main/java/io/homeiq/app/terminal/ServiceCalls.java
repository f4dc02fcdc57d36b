package io.homeiq.app.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Calls the running services for a command; every failure becomes one line for the person who typed it. */
public final class ServiceCalls implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration UPLOAD_TIMEOUT = Duration.ofHours(1);
    private static final int FIRST_ERROR_STATUS = 400;

    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();
    private final Settings settings;
    private final Duration patience;

    public ServiceCalls(Settings settings) {
        this(settings, ANSWER_TIMEOUT);
    }

    /** @param patience how long an answer may take */
    public ServiceCalls(Settings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience.compareTo(CONNECT_TIMEOUT) < 0 ? patience : CONNECT_TIMEOUT)
                .build();
    }

    public JsonNode get(Role role, String path) {
        return send(role, request(role, path).timeout(patience).GET().build());
    }

    /** What is no JSON, as it is. */
    public String text(Role role, String path) {
        HttpRequest request = request(role, path)
                .setHeader("Accept", "*/*")
                .timeout(patience)
                .GET()
                .build();
        return answer(role, request).body();
    }

    /** Sends a JSON body; an empty text sends none. */
    public JsonNode post(Role role, String path, String body) {
        BodyPublisher publisher =
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        return send(
                role,
                request(role, path)
                        .timeout(patience)
                        .header("Content-Type", "application/json")
                        .POST(publisher)
                        .build());
    }

    /** Puts a JSON body in place. */
    public JsonNode put(Role role, String path, String body) {
        return send(
                role,
                request(role, path)
                        .timeout(patience)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build());
    }

    /** Sends a file as it is, without holding it in memory. */
    public JsonNode upload(Role role, String path, Path file, String contentType) {
        try {
            return send(
                    role,
                    request(role, path)
                            .timeout(UPLOAD_TIMEOUT)
                            .header("Content-Type", contentType)
                            .POST(BodyPublishers.ofFile(file))
                            .build());
        } catch (FileNotFoundException e) {
            throw new CommandException(ExitCode.FAILED, "there is no readable file " + file);
        }
    }

    private HttpRequest.Builder request(Role role, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base(role) + path)).header("Accept", "application/json");
        return settings.apiKey() == null
                ? request
                : request.header("X-API-Key", settings.apiKey().reveal());
    }

    private String base(Role role) {
        String url = String.valueOf(settings.urls().get(role));
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private JsonNode send(Role role, HttpRequest request) {
        return parse(answer(role, request).body());
    }

    private HttpResponse<String> answer(Role role, HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= FIRST_ERROR_STATUS) {
                JsonNode body = parse(response.body());
                String detail =
                        body.path("detail").asText(body.path("title").asText("status " + response.statusCode()));
                throw new CommandException(ExitCode.FAILED, detail);
            }
            return response;
        } catch (ConnectException e) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "the " + role.wireName() + " service does not answer at " + base(role)
                            + "; is it running (homeiq run)? Another address is set by its variable, see homeiq help run");
        } catch (HttpTimeoutException e) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "the " + role.wireName() + " service does not answer at " + base(role)
                            + " in time; it may be busy, try again");
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.FAILED, "the " + role.wireName() + " service broke off: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.FAILED, "interrupted");
        }
    }

    private JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
