package io.homeiq.pattern;

import io.homeiq.contracts.home.Sequenced;
import io.homeiq.homeassistant.source.HomeEventJson;
import io.homeiq.store.history.HistoryReader;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The part of the Data API that the pattern service reads, over a list of events. */
final class HistoryServer {

    private final List<Sequenced> events = new CopyOnWriteArrayList<>();
    private final Vertx vertx;
    private final int port;
    private HttpServer server;
    private final AtomicInteger wholeReads = new AtomicInteger();
    private final AtomicInteger linesRead = new AtomicInteger();

    HistoryServer(Vertx vertx) {
        this.vertx = vertx;
        server = listen(0);
        port = server.actualPort();
    }

    private HttpServer listen(int wanted) {
        return Station.await(
                vertx.createHttpServer().requestHandler(this::answer).listen(wanted, "127.0.0.1"));
    }

    int port() {
        return port;
    }

    /** As when the service ends. */
    void stop() {
        Station.await(server.close());
    }

    /** On the same port. */
    void startAgain() {
        server = listen(port);
    }

    void add(List<Sequenced> more) {
        events.addAll(more);
    }

    /** The oldest are there no more. */
    void forget(int oldest) {
        events.subList(0, oldest).clear();
    }

    /** Another log, which counts from one as well. */
    void replace(List<Sequenced> others) {
        events.clear();
        events.addAll(others);
    }

    /** How many lines of events were asked for so far. */
    int linesRead() {
        return linesRead.get();
    }

    /** How often everything was read from the beginning. */
    int wholeReads() {
        return wholeReads.get();
    }

    private void answer(HttpServerRequest request) {
        if (request.path().endsWith("/stats")) {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end("{\"total_events\":" + events.size() + "}");
            return;
        }
        String after = request.getParam("after_seq");
        if (after == null) {
            wholeReads.incrementAndGet();
        }
        long known = after == null ? 0 : Long.parseLong(after);
        String limit = request.getParam("limit");
        HomeEventJson json = new HomeEventJson();
        request.response()
                .putHeader("Content-Type", "application/x-ndjson")
                .end(events.stream()
                        .sorted(after == null ? HistoryReader.OLDEST_FIRST : Comparator.comparingLong(Sequenced::seq))
                        .filter(event -> event.seq() > known)
                        .limit(limit == null ? Long.MAX_VALUE : Long.parseLong(limit))
                        .peek(event -> linesRead.incrementAndGet())
                        .map(event -> json.write(event) + "\n")
                        .collect(Collectors.joining()));
    }
}
