package io.homeiq.app.bench.services;

import io.homeiq.app.bench.Quantiles;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpResponseExpectation;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Clients that each send their next request when the answer to the last one is there whole. */
final class Load implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 600;

    private final Vertx vertx = Vertx.vertx();
    private final int clients;
    private final HttpClient http;

    Load(int clients) {
        this.clients = clients;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(clients));
    }

    /**
     * Sends these many requests. Each must be answered with success.
     *
     * @param path of the request with this number
     * @return how long each took, in milliseconds
     */
    Quantiles run(int port, int requests, IntFunction<String> path) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        List<Future<Void>> all = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            Promise<Void> done = Promise.promise();
            vertx.runOnContext(go -> {
                Runnable[] again = new Runnable[1];
                again[0] = () -> {
                    int number = next.getAndIncrement();
                    if (number >= requests) {
                        done.complete();
                        return;
                    }
                    once(port, path.apply(number))
                            .onSuccess(took -> {
                                millis.add(took);
                                again[0].run();
                            })
                            .onFailure(done::tryFail);
                };
                again[0].run();
            });
            all.add(done.future());
        }
        Future.all(all).toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return new Quantiles(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** As {@link #run}, spread evenly over these paths. */
    Quantiles run(int port, int requests, List<String> paths) throws Exception {
        return run(port, requests, number -> paths.get(number % paths.size()));
    }

    private Future<Double> once(int port, String path) {
        long start = System.nanoTime();
        return http.request(HttpMethod.GET, port, "127.0.0.1", path)
                .compose(request -> request.send().expecting(HttpResponseExpectation.SC_OK))
                .compose(response -> response.body())
                .map(body -> (System.nanoTime() - start) / 1e6);
    }

    /** Warms a service up and then measures it. */
    Quantiles warmAndRun(int port, int warmUp, int requests, List<String> paths) throws Exception {
        run(port, warmUp, paths);
        return run(port, requests, paths);
    }

    static List<String> repeated(IntFunction<String> path, int count) {
        return IntStream.range(0, count).mapToObj(path).toList();
    }

    @Override
    public void close() {
        http.close();
        vertx.close();
    }
}
