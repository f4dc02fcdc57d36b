package io.homeiq.homeassistant.client;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/** A server that behaves as no real Home Assistant does, on a free port of the loopback. */
public final class FakeHomeAssistant implements AutoCloseable {

    public static final String TOKEN = "token-of-the-fake";

    private final HttpServer server;
    private final Queue<JsonObject> commands = new ConcurrentLinkedQueue<>();

    private FakeHomeAssistant(Vertx vertx, BiConsumer<FakeHomeAssistant, ServerWebSocket> behaviour) {
        server = vertx.createHttpServer().webSocketHandler(socket -> behaviour.accept(this, socket));
        Await.result(server.listen(0, "127.0.0.1"));
    }

    /** Does with a new connection whatever the test says. */
    public static FakeHomeAssistant behaving(Vertx vertx, BiConsumer<FakeHomeAssistant, ServerWebSocket> behaviour) {
        return new FakeHomeAssistant(vertx, behaviour);
    }

    /** Lets everybody in, and then leaves what comes to the test. */
    public static FakeHomeAssistant answering(Vertx vertx, BiConsumer<ServerWebSocket, JsonObject> onCommand) {
        return behaving(vertx, (fake, socket) -> {
            socket.writeTextMessage("{\"type\":\"auth_required\",\"ha_version\":\"fake\"}");
            socket.textMessageHandler(text -> fake.take(socket, new JsonObject(text), onCommand));
        });
    }

    private void take(ServerWebSocket socket, JsonObject message, BiConsumer<ServerWebSocket, JsonObject> onCommand) {
        switch (message.getString("type")) {
            case "auth" -> socket.writeTextMessage("{\"type\":\"auth_ok\",\"ha_version\":\"fake\"}");
            case "supported_features" -> {
                commands.add(message);
                socket.writeTextMessage(result(message, "null"));
            }
            default -> {
                commands.add(message);
                onCommand.accept(socket, message);
            }
        }
    }

    public static String result(JsonObject command, String json) {
        return "{\"id\":" + command.getInteger("id") + ",\"type\":\"result\",\"success\":true,\"result\":" + json + "}";
    }

    /** What came after the handshake, in order. */
    public List<JsonObject> commands() {
        return List.copyOf(commands);
    }

    public HomeAssistantUrl url() {
        return HomeAssistantUrl.parse("http://127.0.0.1:" + server.actualPort());
    }

    /** Settings with short times, so that a test of a timeout is soon over. */
    public HomeAssistantSettings settings() {
        return new HomeAssistantSettings(
                url(), new AccessToken(TOKEN), Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofMillis(200));
    }

    @Override
    public void close() {
        Await.result(server.close());
    }
}
