package io.homeiq.service.client;

import io.homeiq.service.ServiceException;
import io.homeiq.service.ServiceException.Kind;
import io.homeiq.service.client.Admission.Admitted;
import io.homeiq.service.client.Admission.Refused;
import io.homeiq.service.metrics.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Makes single attempts to call another service, through its circuit. Whatever goes wrong comes out as a {@link ServiceException}. */
final class Caller {

    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);

    /** Connections at once to the other service. */
    private static final int MAX_CONNECTIONS = 16;

    /** Calls that may wait for a connection. */
    private static final int MAX_WAITING = 1_000;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** An attempt may wait for a connection, for the head and for the body of the answer, each for the time of one; then it is lost. */
    private static final int LOST_AFTER_TIMEOUTS = 4;

    private final ServiceClientSettings settings;
    private final InstantSource clock;
    private final CircuitBreaker circuit;
    private final HttpClient http;
    private volatile @Nullable ClientNumbers numbers;

    Caller(Vertx vertx, ServiceClientSettings settings, RandomGenerator jitter, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        Backoff pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, jitter);
        this.circuit =
                new CircuitBreaker(clock, pauses::after, settings.timeout().multipliedBy(LOST_AFTER_TIMEOUTS));
        HttpClientOptions options = new HttpClientOptions();
        options.setConnectTimeout(Math.toIntExact(settings.timeout().toMillis()));
        this.http = vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS).setMaxWaitQueueSize(MAX_WAITING));
    }

    void countInto(Metrics metrics) {
        numbers = new ClientNumbers(metrics, settings.service(), circuit);
    }

    /** For {@link #attempt}: the whole exchange within the time of one attempt. What comes later is not waited for. */
    <T> Future<T> inTime(HttpClientRequest request, Future<T> exchange) {
        return exchange.timeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> {
                    if (failure instanceof TimeoutException) {
                        request.reset();
                    }
                });
    }

    /**
     * One attempt.
     *
     * @param exchange sends the request and takes what comes
     */
    <T> Future<T> attempt(Call call, Function<HttpClientRequest, Future<T>> exchange) {
        return attempt(call, (request, broken) -> exchange.apply(request));
    }

    /** As above, for an answer that goes on after the attempt went well. */
    <T> Future<T> attempt(Call call, LongExchange<T> exchange) {
        return switch (circuit.admit()) {
            case Refused refused -> refused(refused);
            case Admitted admitted -> {
                Instant begun = clock.instant();
                yield http.request(call.options(settings))
                        .compose(request -> exchange.answer(request, broken -> brokenOff(admitted, call, broken)))
                        .recover(failure -> Future.failedFuture(explain(failure)))
                        .onComplete(result -> note(
                                admitted,
                                call,
                                result.failed() && result.cause() instanceof ServiceException failure ? failure : null,
                                Duration.between(begun, clock.instant())));
            }
        };
    }

    /** Sends a request and takes the beginning of an answer; the second parameter is for what breaks off later. */
    @FunctionalInterface
    interface LongExchange<T> {

        Future<T> answer(HttpClientRequest request, UnaryOperator<Throwable> broken);
    }

    private Throwable brokenOff(Admitted admitted, Call call, Throwable broken) {
        ServiceException failure = explain(broken);
        giveUpIfTooMany(admitted, call, failure);
        return failure;
    }

    private void note(Admitted admitted, Call call, @Nullable ServiceException failure, Duration duration) {
        Outcome outcome = failure == null ? Outcome.ANSWERED : Outcome.of(failure);
        count(outcome, duration);
        if (failure != null && outcome.isFault()) {
            giveUpIfTooMany(admitted, call, failure);
        } else if (circuit.succeeded()) {
            about(LOG.atInfo(), call).log("the {} service answers again", settings.service());
        }
    }

    private void giveUpIfTooMany(Admitted admitted, Call call, ServiceException failure) {
        if (circuit.failed(admitted)) {
            about(LOG.atWarn(), call)
                    .log(
                            "{}; {} calls in a row failed, from now on it is tried now and then",
                            failure.getMessage(),
                            CircuitBreaker.FAILURES);
        }
    }

    private static LoggingEventBuilder about(LoggingEventBuilder line, Call call) {
        return call.requestId() == null ? line : line.addKeyValue("request_id", call.requestId());
    }

    private void count(Outcome outcome, Duration duration) {
        ClientNumbers known = numbers;
        if (known != null) {
            known.attempted(outcome, duration);
        }
    }

    /** A call is tried again. */
    void countRetry() {
        ClientNumbers known = numbers;
        if (known != null) {
            known.retried();
        }
    }

    private <T> Future<T> refused(Refused refused) {
        count(Outcome.CIRCUIT_OPEN, Duration.ZERO);
        String again = clock.instant().isBefore(refused.until())
                ? "tried again at " + inSeconds(refused.until())
                : "it is being tried just now";
        return Future.failedFuture(new ServiceException(
                Kind.CIRCUIT_OPEN,
                where() + " has failed since " + inSeconds(refused.since()) + " and is not asked for a moment (" + again
                        + "); start it, or look at its log",
                null));
    }

    private static Instant inSeconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    void endPause() {
        circuit.endPause();
    }

    Future<Void> close() {
        return http.close();
    }

    private String where() {
        return "the " + settings.service() + " service at " + settings.baseUrl();
    }

    private ServiceException explain(Throwable failure) {
        return switch (failure) {
            case ServiceException known -> known;
            case TimeoutException late ->
                new ServiceException(
                        Kind.TIMEOUT,
                        where() + " did not answer within " + settings.timeout() + "; it may be busy",
                        late);
            default ->
                new ServiceException(
                        Kind.UNREACHABLE,
                        "cannot reach " + where() + ": " + failure.getMessage() + "; start it, or correct its address",
                        failure);
        };
    }
}
