package io.homeiq.service.http;

import io.homeiq.service.metrics.Metrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Times every request by method, route and status. A route is what was added to the API, never an address, so that there are few. */
final class HttpTimer {

    private static final String NO_ROUTE = "none";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH");
    private static final Duration[] BOUNDARIES = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(5)
    };

    private final Metrics metrics;

    HttpTimer(Metrics metrics, AtomicInteger connections) {
        this.metrics = metrics;
        Gauge.builder("homeiq.http.connections", connections, AtomicInteger::doubleValue)
                .description("Open HTTP connections")
                .register(metrics.registry());
    }

    void watch(RoutingContext context) {
        Timer.Sample sample = Timer.start(metrics.registry());
        context.addEndHandler(done -> sample.stop(Timer.builder("homeiq.http.request")
                .description("Time from the head of a request to the end of its answer")
                .serviceLevelObjectives(BOUNDARIES)
                .tag("method", methodOf(context))
                .tag("route", routeOf(context))
                .tag("status", Integer.toString(context.response().getStatusCode()))
                .register(metrics.registry())));
    }

    private static String methodOf(RoutingContext context) {
        String name = context.request().method().name();
        return METHODS.contains(name) ? name : "OTHER";
    }

    private static String routeOf(RoutingContext context) {
        Route route = context.currentRoute();
        String name = route == null ? null : route.getName();
        return name == null || !name.startsWith("/") ? NO_ROUTE : name;
    }
}
