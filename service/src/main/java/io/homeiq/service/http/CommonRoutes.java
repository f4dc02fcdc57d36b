package io.homeiq.service.http;

import io.homeiq.service.About;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.service.openapi.OpenApi;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every service answers beside its own endpoints. */
final class CommonRoutes implements Routes {

    static final String HEALTH = "/health/";

    private final ServerParts parts;
    private final AsyncApi asyncApi = new AsyncApi();
    private final OpenApi openApi;

    CommonRoutes(ServerParts parts, OpenApi openApi) {
        this.parts = parts;
        this.openApi = openApi;
    }

    @Override
    public void addTo(Api api) {
        api.get("/", request -> Future.succeededFuture(Reply.ok(root(api))));
        api.get("/health/live", request -> Future.succeededFuture(Reply.ok(Map.of("status", "UP"))));
        api.get("/health/ready", request -> ready());
        api.get("/health/health", request -> health());
        parts.metrics()
                .ask(
                        "homeiq.ready",
                        "Whether all that the service needs stands, 1 or 0",
                        () -> parts.readiness().check().map(checks -> checks.containsValue(false) ? 0 : 1));
        api.get(
                "/metrics",
                request -> parts.metrics().scrape().map(numbers -> Reply.text(Metrics.MEDIA_TYPE, numbers)));
        api.get("/asyncapi.yaml", request -> Future.succeededFuture(Reply.text(AsyncApi.MEDIA_TYPE, asyncApi.text())));
        if (openApi.exists()) {
            api.get("/openapi.yaml", request -> openApi.text().map(text -> Reply.text(OpenApi.MEDIA_TYPE, text)));
        }
    }

    private Map<String, Object> root(Api api) {
        About about = parts.about();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("service", about.name());
        root.put("version", about.version());
        root.put("summary", about.summary());
        root.put("endpoints", api.offered());
        return root;
    }

    /** For those that decide whether to send requests here. */
    private Future<Reply> ready() {
        return parts.readiness().check().map(checks -> {
            if (checks.containsValue(false)) {
                throw Problem.of(Kind.UNAVAILABLE, "not ready: " + missing(checks) + " cannot be reached")
                        .with("checks", words(checks))
                        .asException();
            }
            return Reply.ok(Map.of("status", "UP", "checks", words(checks)));
        });
    }

    /** For people and for those that decide whether to restart the process: it answers, so it need not be. */
    private Future<Reply> health() {
        return parts.readiness().check().map(checks -> {
            Map<String, Object> health = new LinkedHashMap<>();
            health.put("status", checks.containsValue(false) ? "degraded" : "healthy");
            health.put("service", parts.about().name());
            health.put("version", parts.about().version());
            health.put("checks", words(checks));
            return Reply.ok(health);
        });
    }

    private static Map<String, String> words(Map<String, Boolean> checks) {
        Map<String, String> words = new LinkedHashMap<>();
        checks.forEach((name, stands) -> words.put(name, stands ? "UP" : "DOWN"));
        return words;
    }

    private static String missing(Map<String, Boolean> checks) {
        return String.join(
                ", ",
                checks.entrySet().stream()
                        .filter(check -> !check.getValue())
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
