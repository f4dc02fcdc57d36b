package io.homeiq.homeassistant.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of Home Assistant's REST API that we use. May be used from any thread; keeps at most a few connections open.
 * Every future fails with a {@link HomeAssistantException}.
 */
public final class HomeAssistantRest {

    /** Larger answers are refused with {@code TOO_LARGE}: ask for less at a time. */
    public static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;

    private static final int MAX_CONNECTIONS = 4;
    private static final String AUTOMATION = "/api/config/automation/config/";
    private static final String NO_SUCH_RESOURCE = "Resource not found";
    private static final ObjectMapper WRITER = new ObjectMapper();
    private static final ObjectReader JSON = WRITER.reader();

    private final Vertx vertx;
    private final HttpClient client;
    private final HomeAssistantSettings settings;
    private final Faults faults;

    public HomeAssistantRest(Vertx vertx, HomeAssistantSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.faults = new Faults(settings.url());
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) settings.connectTimeout().toMillis()),
                new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
    }

    /** Whether Home Assistant is there and takes the token: its configuration with {@code version}, {@code state}, {@code location_name}. */
    public Future<JsonNode> config() {
        return json(HttpMethod.GET, "/api/config", null);
    }

    /** Every entity's state now, with attributes and context. */
    public Future<JsonNode> states() {
        return json(HttpMethod.GET, "/api/states", null);
    }

    /** Whether the configuration on disk is valid: {@code result}, {@code errors}, {@code warnings}. Needs an administrator. */
    public Future<JsonNode> check() {
        return json(HttpMethod.POST, "/api/config/core/check_config", Map.of());
    }

    /** Calls a service; completes when Home Assistant has done it, with the states that changed meanwhile. */
    public Future<JsonNode> callService(String domain, String service, Map<String, ? extends @Nullable Object> data) {
        return json(HttpMethod.POST, "/api/services/" + encoded(domain) + "/" + encoded(service), data);
    }

    /** The automation of this config id as it stands in {@code automations.yaml}; empty if it is not there. Needs an administrator. */
    public Future<Optional<JsonNode>> automation(String id) {
        return json(HttpMethod.GET, AUTOMATION + encoded(id), null)
                .map(Optional::of)
                .recover(fault ->
                        isMissing(fault) ? Future.succeededFuture(Optional.empty()) : Future.failedFuture(fault));
    }

    /**
     * Creates the automation or replaces the whole of it. Home Assistant validates it first ({@code REFUSED} with its words), and loads
     * it only after this has completed. Needs an administrator.
     */
    public Future<Void> putAutomation(String id, Map<String, @Nullable Object> tree) {
        return json(HttpMethod.POST, AUTOMATION + encoded(id), tree).mapEmpty();
    }

    /** Takes the automation away with its entity; false if it was not there. Needs an administrator. */
    public Future<Boolean> deleteAutomation(String id) {
        return json(HttpMethod.DELETE, AUTOMATION + encoded(id), null)
                .map(true)
                .recover(fault -> isMissing(fault) ? Future.succeededFuture(false) : Future.failedFuture(fault));
    }

    private static boolean isMissing(Throwable fault) {
        return fault instanceof HomeAssistantException known
                && (known.kind() == Kind.NOT_FOUND
                        || known.kind() == Kind.REFUSED
                                && String.valueOf(known.getMessage()).contains(NO_SUCH_RESOURCE));
    }

    /**
     * All changes that the recorder kept of these entities, attributes included, oldest first for each entity:
     * {@code [[{"entity_id", "state", "attributes", "last_changed", "last_updated"}]]}, as bytes because it may be large.
     *
     * @param end may lie in the future
     */
    public Future<Buffer> history(Instant start, Instant end, Collection<String> entities) {
        return send(
                HttpMethod.GET,
                "/api/history/period/" + encoded(start.toString())
                        + "?skip_initial_state&significant_changes_only=0&end_time=" + encoded(end.toString())
                        + "&filter_entity_id=" + encoded(String.join(",", entities)),
                null);
    }

    /** How these entities stood at a moment, as a list for each: the time of all that changed before it is the moment itself. */
    public Future<Buffer> statesAt(Instant moment, Collection<String> entities) {
        return send(
                HttpMethod.GET,
                "/api/history/period/" + encoded(moment.toString())
                        + "?significant_changes_only=0&end_time="
                        + encoded(moment.plusMillis(1).toString())
                        + "&filter_entity_id=" + encoded(String.join(",", entities)),
                null);
    }

    /** What the logbook says of the whole home in that time, oldest first, as bytes because it may be large. */
    public Future<Buffer> logbook(Instant start, Instant end) {
        return send(
                HttpMethod.GET,
                "/api/logbook/" + encoded(start.toString()) + "?end_time=" + encoded(end.toString()),
                null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Future<JsonNode> json(HttpMethod method, String path, @Nullable Object body) {
        return send(method, path, body)
                .compose(bytes -> vertx.executeBlocking(() -> parsed(bytes, method + " " + path), false));
    }

    private JsonNode parsed(Buffer bytes, String what) {
        try {
            return JSON.readTree(bytes.getBytes());
        } catch (IOException e) {
            throw faults.of(Kind.PROTOCOL, "did not answer with JSON to " + what + "; is HA_URL right?", e);
        }
    }

    private Future<Buffer> send(HttpMethod method, String path, @Nullable Object body) {
        HomeAssistantUrl url = settings.url();
        String what = method + " " + withoutQuery(url.path(path));
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.secure())
                .setURI(url.path(path))
                .setConnectTimeout(settings.connectTimeout().toMillis())
                .setIdleTimeout(settings.answerTimeout().toMillis())
                .putHeader(
                        HttpHeaders.AUTHORIZATION, "Bearer " + settings.token().secret())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        return client.request(options)
                .compose(request -> (body == null ? request.send() : request.send(written(body)))
                        .compose(response -> new BoundedBody(response, faults, what).read()))
                .recover(fault -> Future.failedFuture(faults.network(what, fault)));
    }

    private static String withoutQuery(String path) {
        int question = path.indexOf('?');
        return question < 0 ? path : path.substring(0, question);
    }

    private static Buffer written(Object body) {
        try {
            return Buffer.buffer(WRITER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Ends the connections; what is under way fails. */
    public Future<Void> close() {
        return client.close();
    }
}
