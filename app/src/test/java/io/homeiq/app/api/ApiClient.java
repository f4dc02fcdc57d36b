package io.homeiq.app.api;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends requests exactly as they are given, over connections that are kept. */
final class ApiClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    /** Everything happens here, or a body may come before the one that wants it listens. */
    private final Context context = vertx.getOrCreateContext();

    private final HttpClient http;

    /** @param connections to each service, at most */
    ApiClient(int connections) {
        http = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true).setMaxHeaderSize(64 * 1024),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /**
     * One request.
     *
     * @param uri path and query as they stand on the wire
     * @param body null: none
     */
    record Sent(
            String method,
            String uri,
            Map<String, String> headers,
            @Nullable Buffer body) {

        static Sent get(String uri) {
            return new Sent("GET", uri, Map.of(), null);
        }

        static Sent json(String method, String uri, String json) {
            return new Sent(method, uri, Map.of("Content-Type", "application/json"), Buffer.buffer(json));
        }

        /** As much as helps to send it again. */
        @Override
        public String toString() {
            String text = body == null ? "" : " " + body.toString();
            String whole = method + " " + uri + " " + headers + text;
            return whole.substring(0, Math.min(whole.length(), 300));
        }
    }

    /** Fails if there was no answer. */
    Future<Answer> send(URI service, Sent request) {
        RequestOptions options = new RequestOptions()
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setMethod(HttpMethod.valueOf(request.method()))
                .setURI(request.uri())
                .setTimeout(TIMEOUT.toMillis());
        request.headers().forEach(options::putHeader);
        return onContext(() -> http.request(options)
                .compose(open -> request.body() == null ? open.send() : open.send(request.body()))
                .compose(ApiClient::read));
    }

    private static Future<Answer> read(HttpClientResponse response) {
        return response.body()
                .map(body -> new Answer(
                        response.statusCode(),
                        MultiMap.caseInsensitiveMultiMap().addAll(response.headers()),
                        body.toString()));
    }

    private Future<Answer> onContext(Supplier<Future<Answer>> work) {
        Promise<Answer> answered = Promise.promise();
        context.runOnContext(now -> work.get().onComplete(answered));
        return answered.future();
    }

    /** As {@link #send}, for those who wait. */
    Answer ask(URI service, Sent request) {
        return send(service, request)
                .timeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .await();
    }

    /** Says that so many bytes will come, and sends none of them before the answer. */
    Answer announce(URI service, String method, String uri, Map<String, String> headers, long bytes) {
        RequestOptions options = new RequestOptions()
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setMethod(HttpMethod.valueOf(method))
                .setURI(uri);
        headers.forEach(options::putHeader);
        options.putHeader("Content-Length", Long.toString(bytes));
        return onContext(() -> http.request(options)
                        .compose(open -> open.writeHead().compose(sent -> open.response()))
                        .compose(ApiClient::read))
                .timeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .await();
    }

    @Override
    public void close() {
        http.close().await();
        vertx.close().timeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).await();
    }
}
