package io.homeiq.service.client;

import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.ServiceException;
import io.homeiq.service.metrics.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Calls one other service. Every failure is a {@link ServiceException} that names the service: {@code UNREACHABLE}, {@code TIMEOUT},
 * {@code REFUSED} with the problem that was answered, {@code BAD_ANSWER}, or {@code CIRCUIT_OPEN}: after five failures in a row that are not the
 * caller's, calls fail at once and only one now and then goes out, until one goes well. Only calls that change nothing are tried again. Safe to use
 * from every thread; close it when it is no longer needed.
 */
public final class ServiceClient {

    private final Vertx vertx;
    private final ServiceClientSettings settings;
    private final WireJson json;
    private final Answers answers;
    private final Backoff backoff;
    private final Caller caller;
    private final @Nullable String requestId;

    /**
     * One with connections of its own.
     *
     * @param jitter for the pauses before retries
     * @param clock for the pauses in which a service that fails is left alone
     */
    public ServiceClient(
            Vertx vertx, ServiceClientSettings settings, WireJson json, RandomGenerator jitter, InstantSource clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.json = json;
        this.answers = new Answers(settings.service(), json);
        this.backoff = new Backoff(settings.firstDelay(), settings.maxDelay(), jitter);
        this.caller = new Caller(vertx, settings, jitter, clock);
        this.requestId = null;
    }

    private ServiceClient(ServiceClient shared, String requestId) {
        this.vertx = shared.vertx;
        this.settings = shared.settings;
        this.json = shared.json;
        this.answers = shared.answers;
        this.backoff = shared.backoff;
        this.caller = shared.caller;
        this.requestId = requestId;
    }

    /**
     * The same client, whose calls tell the other service what caused them; not to be closed.
     *
     * @param id of a request or of a piece of work, as in the logs: letters, digits and {@code ._:-}, at most 64
     */
    public ServiceClient forRequest(String id) {
        return new ServiceClient(this, id);
    }

    /** Shows among the numbers of the calling service how its calls went. Once. */
    public void countInto(Metrics metrics) {
        caller.countInto(metrics);
    }

    /**
     * Lets the next call go out even if the service was given up: because there was a sign of life, or because somebody asks who would rather wait.
     */
    public void tryAgainNow() {
        caller.endPause();
    }

    /**
     * Reads something; tried again if the service cannot be reached, is too slow or has too much to do.
     *
     * @param path with its query, for example {@code /api/v1/events?limit=10}
     * @param answer a record, or {@code JsonNode} to look at it freely
     */
    public <T> Future<T> get(String path, Class<T> answer) {
        return retrying(() -> exchange(HttpMethod.GET, path, HttpClientRequest::send, answer), 0);
    }

    /** Asks for something to be done, once. */
    public <T> Future<T> post(String path, Object body, Class<T> answer) {
        Buffer bytes = Buffer.buffer(json.toBytes(body));
        return exchange(
                HttpMethod.POST,
                path,
                request -> request.putHeader("Content-Type", "application/json").send(bytes),
                answer);
    }

    private <T> Future<T> exchange(HttpMethod method, String path, Sending sending, Class<T> answer) {
        return caller.attempt(
                new Call(method, path, requestId),
                request -> caller.inTime(
                        request, sending.send(request).compose(response -> answers.read(response, answer))));
    }

    @FunctionalInterface
    private interface Sending {

        Future<HttpClientResponse> send(HttpClientRequest request);
    }

    /** Sends a file, once, without holding it in memory. The answer may take as long as the timeout after the last byte was sent. */
    public <T> Future<T> upload(String path, Path file, Class<T> answer) {
        return vertx.fileSystem()
                .open(
                        file.toString(),
                        new OpenOptions().setRead(true).setWrite(false).setCreate(false))
                .compose(open -> open.size()
                        .compose(size -> caller.attempt(
                                new Call(HttpMethod.POST, path, requestId),
                                request ->
                                        send(request, open, size).compose(response -> answers.read(response, answer))))
                        .eventually(open::close));
    }

    private Future<HttpClientResponse> send(HttpClientRequest request, AsyncFile file, long size) {
        request.putHeader("Content-Type", "application/octet-stream").putHeader("Content-Length", Long.toString(size));
        // The other service may answer, and refuse, before it has read all; then the connection breaks, which the
        // futures tell too.
        request.exceptionHandler(broken -> {});
        return Future.any(request.response(), file.pipeTo(request).compose(sent -> {
                    request.idleTimeout(settings.timeout().toMillis());
                    return request.response();
                }))
                .compose(first -> request.response());
    }

    /**
     * Reads a stream of lines, NDJSON say, of any length. It is not tried again: who reads knows up to where it came.
     *
     * @param batchLines how many lines the sink gets at once, at most
     * @return succeeds with the number of lines when the sink has taken the last one; fails if the stream broke off, which never looks like an
     *     end, or with what the sink failed with
     */
    public Future<Long> lines(String path, int batchLines, LineSink sink) {
        return caller.attempt(
                        new Call(HttpMethod.GET, path, requestId),
                        (request, broken) -> head(request).map(response -> new Opened(response, broken)))
                .compose(opened -> new LineReader(vertx, opened.response(), sink, batchLines, opened.broken())
                        .read(settings.timeout()));
    }

    /**
     * A stream that has begun.
     *
     * @param broken to be told what breaks it off
     */
    private record Opened(HttpClientResponse response, UnaryOperator<Throwable> broken) {}

    private Future<HttpClientResponse> head(HttpClientRequest request) {
        request.putHeader("Accept", "application/x-ndjson")
                .idleTimeout(settings.timeout().toMillis());
        return request.send()
                .compose(response ->
                        Answers.wentWell(response) ? Future.succeededFuture(response) : answers.refused(response));
    }

    /** Lets go of all connections. */
    public Future<Void> close() {
        return caller.close();
    }

    private <T> Future<T> retrying(Supplier<Future<T>> call, int attempt) {
        return call.get().recover(failure -> {
            if (attempt >= settings.retries() || !(failure instanceof ServiceException known && isWorthARetry(known))) {
                return Future.failedFuture(failure);
            }
            return vertx.timer(backoff.after(attempt).toMillis(), TimeUnit.MILLISECONDS)
                    .compose(waited -> {
                        caller.countRetry();
                        return retrying(call, attempt + 1);
                    });
        });
    }

    private static boolean isWorthARetry(ServiceException failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, TIMEOUT -> true;
            case REFUSED ->
                failure.problem() != null && isPassing(failure.problem().kind().status());
            default -> false;
        };
    }

    private static boolean isPassing(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }
}
