package io.homeiq.query;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.json.WireJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers as the Data API does: the latest change of each of the entities that are asked for. */
final class StatesServer {

    private final Map<EntityId, String> states = new ConcurrentHashMap<>();
    private final HttpServer server;

    private StatesServer(HttpServer server) {
        this.server = server;
    }

    static Future<StatesServer> start(Vertx vertx, WireJson json) {
        HttpServer server = vertx.createHttpServer();
        StatesServer states = new StatesServer(server);
        server.requestHandler(request -> {
            List<Map<String, Object>> events = new ArrayList<>();
            for (String id : request.getParam("entity_id").split(",", -1)) {
                String state = states.states.get(new EntityId(id));
                if (state != null) {
                    events.add(Map.of("entity_id", id, "new_state", Map.of("state", state)));
                }
            }
            request.response().putHeader("Content-Type", "application/json").end(json.toText(events));
        });
        return server.listen(0, "127.0.0.1").map(states);
    }

    void set(String state, String... entities) {
        Arrays.stream(entities).forEach(id -> states.put(new EntityId(id), state));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    Future<Void> stop() {
        return server.close();
    }
}
