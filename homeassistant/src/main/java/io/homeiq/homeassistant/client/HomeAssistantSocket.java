package io.homeiq.homeassistant.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Home Assistant's WebSocket API, authenticated, from {@link #connect} until it ends; it is never opened again.
 *
 * <p>It never stops reading, because Home Assistant throws out a client that lags: whoever subscribes must take what comes at once.
 * Messages that come together in one frame are taken apart. May be used from any thread; futures complete, sinks and the close
 * listener are called on the Vert.x context that the connection was opened on, events in the order in which Home Assistant sent them.
 */
public final class HomeAssistantSocket {

    /** A home of some thousand entities answers with several MiB. */
    private static final int MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

    private static final String PATH = "/api/websocket";

    private final Context context;
    private final Faults faults;
    private final WebSocketClient client;
    private final ClientWebSocket webSocket;
    private final Conversation conversation;
    private final Heartbeat heartbeat;
    private final Promise<HomeAssistantException> ended = Promise.promise();
    private String version = "unknown";
    private @Nullable Promise<HomeAssistantSocket> opening;
    private boolean connected;
    private boolean over;

    private HomeAssistantSocket(Vertx vertx, Context context, HomeAssistantSettings settings) {
        this.context = context;
        this.faults = new Faults(settings.url());
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxFrameSize(MAX_MESSAGE_BYTES)
                .setMaxMessageSize(MAX_MESSAGE_BYTES)
                .setConnectTimeout((int) settings.connectTimeout().toMillis()));
        this.webSocket = client.webSocket();
        this.conversation = new Conversation(vertx, faults, settings.answerTimeout(), this::write);
        this.heartbeat = new Heartbeat(vertx, settings.heartbeat(), this::ping, this::end);
    }

    /**
     * Opens a connection and gives the token. Fails with a {@link HomeAssistantException}: {@code UNREACHABLE}, {@code UNAUTHORIZED}
     * (do not try again without a person), {@code TIMEOUT} or {@code PROTOCOL}.
     */
    public static Future<HomeAssistantSocket> connect(Vertx vertx, HomeAssistantSettings settings) {
        Context context = vertx.getOrCreateContext();
        Promise<HomeAssistantSocket> promise = Promise.promise();
        context.runOnContext(go -> new HomeAssistantSocket(vertx, context, settings).open(vertx, settings, promise));
        return promise.future();
    }

    private void open(Vertx vertx, HomeAssistantSettings settings, Promise<HomeAssistantSocket> promise) {
        opening = promise;
        HomeAssistantUrl url = settings.url();
        long timer = vertx.setTimer(
                settings.connectTimeout().toMillis(),
                late -> end(faults.tooSlow("the connection and its handshake at " + url.path(PATH))));
        promise.future().onComplete(done -> vertx.cancelTimer(timer));
        Inbound inbound = new Inbound(context, faults, node -> receive(node, settings.token()), this::end);
        webSocket.textMessageHandler(inbound::text);
        webSocket.binaryMessageHandler(
                ignored -> end(faults.of(Kind.PROTOCOL, "sent something that is not text; is HA_URL right?")));
        webSocket.exceptionHandler(fault -> end(faults.network(url.path(PATH), fault)));
        webSocket.closeHandler(closed -> end(faults.of(Kind.CLOSED, "closed the connection")));
        webSocket
                .connect(new WebSocketConnectOptions()
                        .setHost(url.host())
                        .setPort(url.port())
                        .setSsl(url.secure())
                        .setURI(url.path(PATH)))
                .onSuccess(open -> connected())
                .onFailure(fault -> end(faults.network(url.path(PATH), fault)));
    }

    private void connected() {
        connected = true;
        if (over) {
            shut();
        }
    }

    private void receive(JsonNode message, AccessToken token) {
        if (over) {
            return;
        }
        heartbeat.heard();
        switch (message.path("type").asText("")) {
            case "auth_required" -> write(new JsonObject().put("type", "auth").put("access_token", token.secret()));
            case "auth_ok" -> authenticated(message.path("ha_version").asText("unknown"));
            case "auth_invalid" -> end(faults.tokenRefused(PATH));
            case "result" -> conversation.answered(message);
            case "event" -> conversation.event(message);
            case "pong" -> conversation.pong(message);
            default -> {
                /* newer kinds of messages than we know */
            }
        }
    }

    private void authenticated(String reported) {
        Promise<HomeAssistantSocket> waiting = opening;
        if (waiting == null) {
            return;
        }
        opening = null;
        version = reported;
        heartbeat.start();
        JsonObject coalesce = new JsonObject().put("coalesce_messages", 1);
        conversation
                .ask(new JsonObject().put("type", "supported_features").put("features", coalesce))
                .onComplete(
                        either -> waiting.tryComplete(this)); // a Home Assistant without it just sends them one by one
    }

    private void write(JsonObject message) {
        webSocket.writeTextMessage(message.encode()).onFailure(fault -> end(faults.network(PATH, fault)));
    }

    private Future<Void> ping() {
        return conversation.ask(new JsonObject().put("type", "ping")).mapEmpty();
    }

    private void end(HomeAssistantException reason) {
        if (over) {
            return;
        }
        over = true;
        heartbeat.stop();
        conversation.end(reason);
        Promise<HomeAssistantSocket> waiting = opening;
        if (waiting != null) {
            waiting.tryFail(reason);
        }
        ended.tryComplete(reason);
        shut();
    }

    private void shut() {
        Future<Void> closed = connected ? webSocket.close() : Future.succeededFuture();
        closed.onComplete(either -> client.close());
    }

    /** The version that Home Assistant tells, for example {@code 2026.11.0}. */
    public String version() {
        return version;
    }

    /**
     * Sends a command and gives its result, which may be JSON null. Fails with a {@link HomeAssistantException}: {@code REFUSED},
     * {@code FORBIDDEN}, {@code NOT_FOUND}, {@code UNSUPPORTED} as Home Assistant answers, {@code TIMEOUT}, {@code CLOSED}, or
     * {@code OVERLOADED} if 256 commands wait already.
     *
     * @param command with its {@code type}, without {@code id}; copied
     */
    public Future<JsonNode> command(JsonObject command) {
        JsonObject copy = command.copy();
        return onContext(() -> conversation.ask(copy));
    }

    /**
     * Sends a command that starts a stream of events, for example {@code subscribe_events}. Fails as {@link #command} does.
     *
     * @param sink gets what stands under {@code event} of each message; must neither block nor throw
     */
    public Future<EventSubscription> subscribe(JsonObject command, Consumer<JsonNode> sink) {
        JsonObject copy = command.copy();
        return onContext(() -> conversation.subscribe(copy, sink))
                .map(id -> () -> onContext(() -> conversation.unsubscribe(id)));
    }

    /** Completes, never fails, once when the connection is over, with why: also after {@link #close}. */
    public Future<HomeAssistantException> ended() {
        return ended.future();
    }

    /** Ends the connection; everything that still waits fails with {@code CLOSED}. Does no harm when it is over already. */
    public Future<Void> close() {
        return onContext(() -> {
            end(faults.of(Kind.CLOSED, "is no longer needed; the connection was closed"));
            return Future.succeededFuture();
        });
    }

    private <T> Future<T> onContext(java.util.function.Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(go -> work.get().onComplete(promise));
        return promise.future();
    }
}
