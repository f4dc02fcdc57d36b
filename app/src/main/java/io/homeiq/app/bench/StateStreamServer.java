package io.homeiq.app.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plays the part of Home Assistant's WebSocket that the live feed uses, for a home without registry and recorder, and
 * sends changes at a rate that a real one cannot be made to keep.
 */
public final class StateStreamServer {

    /** Commands that a home without them refuses. */
    private static final Set<String> UNKNOWN =
            Set.of("history/stream", "history/history_during_period", "logbook/get_events", "logbook/get_action_calls");

    private final Vertx vertx;
    private @Nullable HttpServer server;
    private @Nullable ServerWebSocket client;
    private int changesId = -1;

    public StateStreamServer(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Listens on a free port of the loopback; the future tells which. */
    public Future<Integer> start() {
        return vertx.createHttpServer()
                .requestHandler(request -> request.response().setStatusCode(404).end())
                .webSocketHandler(this::greet)
                .listen(0, "127.0.0.1")
                .map(listening -> {
                    server = listening;
                    return listening.actualPort();
                });
    }

    /** Whether a client waits for changes. */
    public boolean isSubscribed() {
        return changesId >= 0;
    }

    private void greet(ServerWebSocket socket) {
        client = socket;
        socket.writeTextMessage(new JsonObject()
                .put("type", "auth_required")
                .put("ha_version", "2026.11.0")
                .encode());
        socket.textMessageHandler(text -> answer(socket, new JsonObject(text)));
    }

    private void answer(ServerWebSocket socket, JsonObject message) {
        String type = message.getString("type", "");
        if (type.equals("auth")) {
            socket.writeTextMessage(new JsonObject()
                    .put("type", "auth_ok")
                    .put("ha_version", "2026.11.0")
                    .encode());
            return;
        }
        JsonObject answer = new JsonObject().put("id", message.getInteger("id")).put("type", "result");
        if (UNKNOWN.contains(type)) {
            answer.put("success", false)
                    .put(
                            "error",
                            new JsonObject().put("code", "unknown_command").put("message", "Unknown command."));
        } else {
            answer.put("success", true).put("result", result(type));
        }
        socket.writeTextMessage(type.equals("ping") ? pong(message) : answer.encode());
        if ("state_changed".equals(message.getString("event_type"))) {
            changesId = message.getInteger("id");
        }
    }

    private static String pong(JsonObject message) {
        return new JsonObject()
                .put("id", message.getInteger("id"))
                .put("type", "pong")
                .encode();
    }

    private static @Nullable Object result(String type) {
        return switch (type) {
            case "auth/current_user" -> new JsonObject().put("id", "owner").put("is_admin", true);
            case "get_config" ->
                new JsonObject()
                        .put("time_zone", "UTC")
                        .put("latitude", 52.1)
                        .put("longitude", 5.1)
                        .put("location_name", "Bench")
                        .put("version", "2026.11.0")
                        .put("state", "RUNNING")
                        .put("components", new JsonArray());
            case "subscribe_events", "supported_features" -> null;
            default -> new JsonArray();
        };
    }

    /** Sends one event, as Home Assistant's own line of it reads. */
    public void send(String event) {
        ServerWebSocket socket = client;
        if (socket != null) {
            socket.writeTextMessage("{\"id\":" + changesId + ",\"type\":\"event\",\"event\":" + event + "}");
        }
    }

    public Future<Void> close() {
        return server == null ? Future.succeededFuture() : server.close();
    }
}
