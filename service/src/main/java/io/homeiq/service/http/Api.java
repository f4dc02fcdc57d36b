package io.homeiq.service.http;

import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a service says what it answers. Paths are written as in OpenAPI: {@code /api/v1/events/{id}}; of two that match, the one added first
 * answers.
 */
public final class Api {

    private static final String JSON = "application/json";
    private static final Buffer NO_BODY = Buffer.buffer();

    private final Router router;
    private final WireJson json;
    private final List<Offer> offers = new ArrayList<>();
    private final UnsentBytes unsent = new UnsentBytes();

    Api(Router router, WireJson json) {
        this.router = router;
        this.json = json;
    }

    /** Something that can be read. */
    public Api get(String path, Endpoint endpoint) {
        add(HttpMethod.GET, path).handler(answering(endpoint));
        return this;
    }

    /** Something that can be done; the body is JSON, or empty. */
    public Api post(String path, Endpoint endpoint) {
        return send(HttpMethod.POST, path, BodyRule.JSON, endpoint);
    }

    /** Something that can be done and needs no body; an empty JSON object is as good as none, and any field in it is refused. */
    public Api act(String path, Endpoint endpoint) {
        return post(path, request -> {
            if (request.body().length() > 0) {
                request.body(Nothing.class);
            }
            return endpoint.answer(request);
        });
    }

    private record Nothing() {}

    /** Something that can be put in place; the body is JSON. */
    public Api put(String path, Endpoint endpoint) {
        return send(HttpMethod.PUT, path, BodyRule.JSON, endpoint);
    }

    /** Something that can be deleted. */
    public Api delete(String path, Endpoint endpoint) {
        add(HttpMethod.DELETE, path).handler(answering(endpoint));
        return this;
    }

    /** Something with a body of this kind. */
    public Api send(HttpMethod method, String path, BodyRule rule, Endpoint endpoint) {
        add(method, path)
                .handler(context -> rule.read(context.request())
                        .compose(body -> endpoint.answer(new Request(context, json, body)))
                        .compose(reply -> send(context, reply))
                        .onFailure(context::fail));
        return this;
    }

    /** Something whose body is too long to be kept in memory. */
    public Api upload(HttpMethod method, String path, StreamEndpoint endpoint) {
        add(method, path).handler(context -> {
            Request request = new Request(context, json, NO_BODY);
            context.request().pause();
            called(() -> endpoint.answer(request))
                    .compose(reply -> send(context, reply))
                    .onFailure(context::fail);
        });
        return this;
    }

    /** Everything that was added, such as {@code GET /api/v1/events/{id}}, in order. */
    public List<String> offered() {
        return offers.stream().map(Offer::toString).toList();
    }

    /** The methods that the path of a request knows, for the header {@code Allow}. */
    List<String> methodsOf(String path) {
        return offers.stream()
                .filter(offer -> offer.matches(path))
                .map(offer -> offer.method().name())
                .distinct()
                .toList();
    }

    private Route add(HttpMethod method, String path) {
        offers.add(new Offer(method, path));
        return router.route(method, path.replace('{', ':').replace("}", "")).setName(path);
    }

    private Handler<RoutingContext> answering(Endpoint endpoint) {
        return context -> called(() -> endpoint.answer(new Request(context, json, NO_BODY)))
                .compose(reply -> send(context, reply))
                .onFailure(context::fail);
    }

    /** What an endpoint throws is the failure of its request and nothing else. */
    private static <T> Future<T> called(Supplier<Future<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Void> send(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return Future.succeededFuture();
        }
        if (reply.body() instanceof StreamBody stream) {
            response.setStatusCode(reply.status()).setChunked(true);
            reply.headers().forEach(response::putHeader);
            return stream.writeTo(response).compose(written -> response.end());
        }
        Buffer body = reply.body() instanceof Buffer ready ? ready : Buffer.buffer(json.toBytes(reply.body()));
        if (!unsent.take(body.length())) {
            return Problem.of(Kind.UNAVAILABLE, "too many answers wait for clients that do not read; try again")
                    .asFailure();
        }
        response.setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        if (!response.headers().contains("Content-Type") && reply.status() != 204) {
            response.putHeader("Content-Type", JSON);
        }
        // A client that left before it had its answer is no failure of ours.
        Future<Void> ended = reply.status() == 204 ? response.end() : response.end(body);
        return ended.onComplete(sent -> unsent.give(body.length())).otherwiseEmpty();
    }
}
