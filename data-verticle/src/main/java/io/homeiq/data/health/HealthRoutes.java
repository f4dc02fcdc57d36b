package io.homeiq.data.health;

import io.homeiq.data.health.Neighbours.Neighbour;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Routes;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole of HomeIQ at a glance. Whoever can reach the port may ask, so nothing secret is told. */
public final class HealthRoutes implements Routes {

    private final Neighbours neighbours;
    private final Dependencies dependencies;

    public HealthRoutes(Neighbours neighbours, Dependencies dependencies) {
        this.neighbours = neighbours;
        this.dependencies = dependencies;
    }

    @Override
    public void addTo(Api api) {
        api.get("/health/services", request -> services()).get("/health/dependencies", request -> dependencies());
    }

    private Future<Reply> services() {
        return neighbours.look().map(all -> {
            List<Map<String, Object>> documents =
                    all.stream().map(HealthRoutes::document).toList();
            return whole("services", documents, all.stream().allMatch(Neighbour::up));
        });
    }

    private static Map<String, Object> document(Neighbour neighbour) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", neighbour.name());
        document.put("url", neighbour.url());
        document.put("status", neighbour.up() ? "UP" : "DOWN");
        document.put("took_ms", neighbour.took().toMillis());
        document.put("message", neighbour.message());
        return document;
    }

    private Future<Reply> dependencies() {
        return dependencies.look().map(all -> {
            List<Map<String, Object>> documents =
                    all.stream().map(Dependency::toDocument).toList();
            return whole("dependencies", documents, all.stream().allMatch(Dependency::isUp));
        });
    }

    private static Reply whole(String name, List<Map<String, Object>> parts, boolean well) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", well ? "UP" : "DOWN");
        answer.put(name, parts);
        return Reply.ok(answer);
    }
}
