package io.homeiq.service.http;

import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.ServiceException;
import io.homeiq.service.openapi.OpenApi;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server of one service: its endpoints, and what every service has beside them ({@code /}, {@code /health/…}, {@code /metrics},
 * {@code /openapi.yaml}, problem documents, request ids, limits, the API key).
 */
public final class ServiceServer {

    private final ServerParts parts;
    private final HttpServer server;
    private final AtomicInteger connections = new AtomicInteger();

    private ServiceServer(Vertx vertx, ServerParts parts, List<Routes> routes) {
        this.parts = parts;
        this.server = vertx.createHttpServer(options(parts.settings()))
                .connectionHandler(this::bound)
                .invalidRequestHandler(this::refuse)
                .requestHandler(router(vertx, routes));
    }

    /**
     * Listens until it is closed.
     *
     * @return fails with {@link ServiceException}: {@code PORT_IN_USE} or {@code CANNOT_LISTEN}
     */
    public static Future<ServiceServer> start(Vertx vertx, ServerParts parts, List<Routes> routes) {
        ServiceServer service = new ServiceServer(vertx, parts, routes);
        ServerSettings settings = parts.settings();
        return service.server
                .listen(settings.port(), settings.host())
                .map(service)
                .recover(failure -> Future.failedFuture(service.cannotListen(failure)));
    }

    /** The port that it listens on, also if any free one was asked for. */
    public int port() {
        return server.actualPort();
    }

    /** Takes no more requests, lets those that run end shortly, and closes. */
    public Future<Void> close() {
        return server.shutdown(ServerLimits.CLOSE_GRACE);
    }

    private static HttpServerOptions options(ServerSettings settings) {
        HttpServerOptions options = new HttpServerOptions();
        options.setMaxHeaderSize(ServerLimits.MAX_HEADER_BYTES);
        options.setMaxInitialLineLength(ServerLimits.MAX_REQUEST_LINE_BYTES);
        options.setIdleTimeout((int) settings.idleTimeout().toSeconds());
        options.setIdleTimeoutUnit(TimeUnit.SECONDS);
        options.setHttp2ClearTextEnabled(false);
        options.setHandle100ContinueAutomatically(true);
        return options;
    }

    private Router router(Vertx vertx, List<Routes> routes) {
        Router router = Router.router(vertx);
        Api api = new Api(router, parts.json());
        Failures failures = new Failures(api, parts.json());
        HttpTimer timer = new HttpTimer(parts.metrics(), connections);
        AccessLog log = new AccessLog(parts.about().name());
        router.route().handler(context -> {
            RequestId.attach(context);
            timer.watch(context);
            log.watch(context);
            context.next();
        });
        router.route().handler(this::admit).failureHandler(context -> failures.answer(context, Kind.INTERNAL.status()));
        for (Kind kind : Kind.values()) {
            router.errorHandler(kind.status(), context -> failures.answer(context, kind.status()));
        }
        new CommonRoutes(parts, new OpenApi(vertx, parts.about())).addTo(api);
        routes.forEach(some -> some.addTo(api));
        return router;
    }

    private void admit(RoutingContext context) {
        ApiKey key = parts.settings().apiKey();
        String path = normalizedPath(context);
        if (path == null) {
            context.fail(Kind.INVALID_REQUEST.status());
            return;
        }
        boolean isHealth = path.startsWith(CommonRoutes.HEALTH);
        if (key == null || isHealth || isShown(key, context.request())) {
            context.next();
            return;
        }
        context.fail(Problem.of(
                        Kind.UNAUTHORIZED,
                        "this service needs its API key in the header X-API-Key, or in Authorization as Bearer")
                .asException());
    }

    /** As the router sees it, or /health/../secret would get in; null if it is not encoded as it must be. */
    private static @Nullable String normalizedPath(RoutingContext context) {
        try {
            return context.normalizedPath();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isShown(ApiKey key, HttpServerRequest request) {
        return key.isShown(request.getHeader("X-API-Key"), request.getHeader("Authorization"));
    }

    private void bound(HttpConnection connection) {
        connection.closeHandler(closed -> connections.decrementAndGet());
        if (connections.incrementAndGet() > ServerLimits.MAX_CONNECTIONS) {
            connection.close();
        }
    }

    /** For what is no HTTP at all, or more of it than is taken: no router has seen it. */
    private void refuse(HttpServerRequest request) {
        Problem problem = switch (request.decoderResult().cause()) {
            case TooLongHttpLineException ignored ->
                Problem.of(Kind.URI_TOO_LONG, "the address may have " + ServerLimits.MAX_REQUEST_LINE_BYTES + " bytes");
            case TooLongHttpHeaderException ignored ->
                Problem.of(
                        Kind.HEADERS_TOO_LARGE,
                        "all headers together may have " + ServerLimits.MAX_HEADER_BYTES + " bytes");
            default -> Problem.of(Kind.INVALID_REQUEST, "the request is not valid HTTP");
        };
        request.response()
                .setStatusCode(problem.kind().status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(Buffer.buffer(parts.json().toBytes(problem.toDocument())))
                .onComplete(sent -> request.connection().close());
    }

    private ServiceException cannotListen(Throwable failure) {
        ServerSettings settings = parts.settings();
        String where = "the " + parts.about().name() + " service cannot listen on " + settings.host() + " port "
                + settings.port();
        String why = String.valueOf(failure.getMessage());
        if (failure instanceof BindException && why.contains("in use")) {
            return new ServiceException(
                    ServiceException.Kind.PORT_IN_USE,
                    where + ": another process uses the port; end that process or choose another port",
                    failure);
        }
        return new ServiceException(
                ServiceException.Kind.CANNOT_LISTEN,
                where + ": " + why + "; choose an address of this machine and a port that this user may open",
                failure);
    }
}
