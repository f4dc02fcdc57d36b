package io.homeiq.service.client;

import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.ServiceException;
import io.homeiq.service.ServiceException.Kind;
import io.homeiq.service.http.ApiKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Calls one other service. Every failure is a {@link ServiceException} that names the service: {@code UNREACHABLE}, {@code TIMEOUT},
 * {@code REFUSED} with the problem that was answered, or {@code BAD_ANSWER}. Only calls that change nothing are tried again. Safe to use from
 * every thread; close it when it is no longer needed.
 */
public final class ServiceClient {

    /** Connections at once to the other service. */
    private static final int MAX_CONNECTIONS = 16;

    /** Calls that may wait for a connection. */
    private static final int MAX_WAITING = 1_000;

    private static final Pattern TRAILING_SLASHES = Pattern.compile("/+$");

    private final Vertx vertx;
    private final ServiceClientSettings settings;
    private final WireJson json;
    private final Answers answers;
    private final Backoff backoff;
    private final HttpClient client;

    /** @param jitter for the pauses before retries */
    public ServiceClient(Vertx vertx, ServiceClientSettings settings, WireJson json, RandomGenerator jitter) {
        this.vertx = vertx;
        this.settings = settings;
        this.json = json;
        this.answers = new Answers(settings.service(), json);
        this.backoff = new Backoff(settings.firstDelay(), settings.maxDelay(), jitter);
        HttpClientOptions options = new HttpClientOptions();
        options.setConnectTimeout(Math.toIntExact(settings.timeout().toMillis()));
        this.client = vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS).setMaxWaitQueueSize(MAX_WAITING));
    }

    /**
     * Reads something; tried again if the service cannot be reached, is too slow or has too much to do.
     *
     * @param path with its query, for example {@code /api/v1/events?limit=10}
     * @param answer a record, or {@code JsonNode} to look at it freely
     */
    public <T> Future<T> get(String path, Class<T> answer) {
        return retrying(() -> call(HttpMethod.GET, path, HttpClientRequest::send, answer), 0);
    }

    /** Asks for something to be done, once. */
    public <T> Future<T> post(String path, Object body, Class<T> answer) {
        byte[] bytes = json.toBytes(body);
        return call(
                HttpMethod.POST,
                path,
                request -> request.putHeader("Content-Type", "application/json").send(Buffer.buffer(bytes)),
                answer);
    }

    /** Sends a file, once, without holding it in memory. The answer may take as long as the timeout after the last byte was sent. */
    public <T> Future<T> upload(String path, Path file, Class<T> answer) {
        return vertx.fileSystem()
                .open(
                        file.toString(),
                        new OpenOptions().setRead(true).setWrite(false).setCreate(false))
                .compose(open -> open.size()
                        .compose(size -> request(HttpMethod.POST, path)
                                .compose(request -> send(request, open, size))
                                .compose(response -> answers.read(response, answer))
                                .recover(this::explained))
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
        return request(HttpMethod.GET, path)
                .compose(request -> request.putHeader("Accept", "application/x-ndjson")
                        .idleTimeout(settings.timeout().toMillis())
                        .send())
                .recover(this::explained)
                .compose(response -> Answers.wentWell(response)
                        ? new LineReader(vertx, response, sink, batchLines, this::explain).read(settings.timeout())
                        : answers.<Long>refused(response).recover(this::explained));
    }

    /** Lets go of all connections. */
    public Future<Void> close() {
        return client.close();
    }

    private <T> Future<T> call(
            HttpMethod method,
            String path,
            Function<HttpClientRequest, Future<HttpClientResponse>> send,
            Class<T> answer) {
        long timeout = settings.timeout().toMillis();
        return request(method, path)
                .compose(request -> send.apply(request.idleTimeout(timeout)))
                .compose(response -> answers.read(response, answer).timeout(timeout, TimeUnit.MILLISECONDS))
                .recover(this::explained);
    }

    private Future<HttpClientRequest> request(HttpMethod method, String path) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(
                        TRAILING_SLASHES.matcher(settings.baseUrl().toString()).replaceFirst("") + path);
        ApiKey key = settings.apiKey();
        if (key != null) {
            options.putHeader("X-API-Key", key.reveal());
        }
        return client.request(options);
    }

    private <T> Future<T> retrying(Supplier<Future<T>> call, int attempt) {
        return call.get().recover(failure -> {
            if (attempt >= settings.retries() || !(failure instanceof ServiceException known && isWorthARetry(known))) {
                return Future.failedFuture(failure);
            }
            return vertx.timer(backoff.after(attempt).toMillis(), TimeUnit.MILLISECONDS)
                    .compose(waited -> retrying(call, attempt + 1));
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

    private <T> Future<T> explained(Throwable failure) {
        return Future.failedFuture(failure instanceof ServiceException ? failure : explain(failure));
    }

    private ServiceException explain(Throwable failure) {
        String where = "the " + settings.service() + " service at " + settings.baseUrl();
        if (failure instanceof TimeoutException) {
            return new ServiceException(
                    Kind.TIMEOUT, where + " did not answer within " + settings.timeout() + "; it may be busy", failure);
        }
        return new ServiceException(
                Kind.UNREACHABLE,
                "cannot reach " + where + ": " + failure.getMessage() + "; start it, or correct its address",
                failure);
    }
}
