package io.homeiq.data.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.json.WireException;
import io.homeiq.contracts.json.WireJson;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Asks all services at once how they are. Those who ask meanwhile get the same answer, so that many questions cost no more than one. */
public final class Neighbours {

    /** A service that has not answered by then is down. */
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final String HEALTH = "/health/health";
    private static final int OK = 200;

    private final WireJson json;
    private final Supplier<Map<String, URI>> urls;
    private final InstantSource clock;
    private final HttpClient client;
    private @Nullable Future<List<Neighbour>> running;

    /** @param urls where each service is, by its name, as the settings have it now */
    public Neighbours(Vertx vertx, WireJson json, Supplier<Map<String, URI>> urls, InstantSource clock) {
        this.json = json;
        this.urls = urls;
        this.clock = clock;
        this.client =
                vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(Math.toIntExact(TIMEOUT.toMillis())));
    }

    /**
     * How one service is.
     *
     * @param url without user and password
     * @param up whether it runs and has all that it needs
     * @param took until it answered, or was given up
     * @param message one sentence; with the cure if it is down
     */
    record Neighbour(String name, String url, boolean up, Duration took, String message) {}

    /** In order of their names. Never fails. */
    synchronized Future<List<Neighbour>> look() {
        if (running != null) {
            return running;
        }
        Promise<List<Neighbour>> promise = Promise.promise();
        running = promise.future();
        List<Future<Neighbour>> asked = new TreeMap<>(urls.get())
                .entrySet().stream()
                        .map(one -> ask(one.getKey(), one.getValue()))
                        .toList();
        Future.join(asked).onComplete(all -> {
            done();
            promise.complete(asked.stream().map(Future::result).toList());
        });
        return promise.future();
    }

    private synchronized void done() {
        running = null;
    }

    private Future<Neighbour> ask(String name, URI url) {
        Instant begun = clock.instant();
        String shown = withoutUser(url);
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(addressOf(url));
        return client.request(options)
                .compose(request -> request.idleTimeout(TIMEOUT.toMillis()).send())
                .compose(response -> response.body().map(body -> verdict(name, response.statusCode(), body)))
                .timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(failure -> new Verdict(false, complaint(failure)))
                .map(verdict -> new Neighbour(
                        name, shown, verdict.up, Duration.between(begun, clock.instant()), verdict.message));
    }

    private static String addressOf(URI url) {
        String base = url.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + HEALTH;
    }

    private static String withoutUser(URI url) {
        String user = url.getRawUserInfo();
        return user == null ? url.toString() : url.toString().replace(user + "@", "");
    }

    private record Verdict(boolean up, String message) {}

    private Verdict verdict(String name, int status, Buffer body) {
        JsonNode health = read(body);
        if (status != OK || !health.path("service").asText().equals(name)) {
            return new Verdict(
                    false, "something else answers there; correct the address of this service in the settings");
        }
        return health.path("status").asText().equals("healthy")
                ? new Verdict(true, "It runs and has all that it needs.")
                : new Verdict(
                        false, "it runs, but lacks " + missing(health.path("checks")) + "; see its /health/ready");
    }

    private JsonNode read(Buffer body) {
        try {
            return json.read(body.getBytes(), JsonNode.class);
        } catch (WireException e) {
            return json.mapper().missingNode();
        }
    }

    private static String missing(JsonNode checks) {
        Iterable<String> names = checks::fieldNames;
        return String.join(
                ", ",
                StreamSupport.stream(names.spliterator(), false)
                        .filter(name -> !checks.path(name).asText().equals("UP"))
                        .toList());
    }

    private static String complaint(Throwable failure) {
        return failure instanceof TimeoutException
                ? "no answer within " + TIMEOUT.toSeconds() + " s; it may be busy, look at its log"
                : "it cannot be reached; start it, or correct its address in the settings";
    }

    /** Lets go of all connections. */
    public Future<Void> close() {
        return client.close();
    }
}
