package io.homeiq.automation;

import io.homeiq.automation.wording.RephrasingSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Answers as a server of language models does, or misbehaves, as the test says. */
final class ModelServer implements AutoCloseable {

    static final String KEY = "sk-never-to-be-seen";

    final List<JsonObject> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Consumer<HttpServerRequest> manner;

    ModelServer(Vertx vertx, Consumer<HttpServerRequest> manner) {
        this.manner = manner;
        server = Station.await(vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    asked.add(body.toJsonObject());
                    this.manner.accept(request);
                }))
                .listen(0, "127.0.0.1"));
    }

    void from(Consumer<HttpServerRequest> now) {
        manner = now;
    }

    RephrasingSettings settings(long tokensPerMonth) {
        return new RephrasingSettings(
                URI.create("http://127.0.0.1:" + server.actualPort() + "/v1"),
                KEY,
                "small",
                tokensPerMonth,
                Duration.ofMillis(300));
    }

    static Consumer<HttpServerRequest> saying(String title, String description) {
        JsonObject words = new JsonObject().put("title", title).put("description", description);
        return saying(words.encode());
    }

    static Consumer<HttpServerRequest> saying(String content) {
        JsonObject message = new JsonObject().put("message", new JsonObject().put("content", content));
        JsonObject answer = new JsonObject()
                .put("choices", new JsonArray().add(message))
                .put("usage", new JsonObject().put("total_tokens", 321));
        return request -> request.response().end(answer.toBuffer());
    }

    static Consumer<HttpServerRequest> failing(int status) {
        return request -> request.response().setStatusCode(status).end("{\"error\":{\"message\":\"no\"}}");
    }

    /** For ever. */
    static Consumer<HttpServerRequest> silent() {
        return request -> {};
    }

    @Override
    public void close() {
        Station.await(server.close());
    }
}
