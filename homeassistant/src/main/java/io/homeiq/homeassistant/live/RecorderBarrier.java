package io.homeiq.homeassistant.live;

import io.homeiq.homeassistant.client.EventSubscription;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/**
 * Waits until the recorder has written everything that happened before. It writes in bursts, seconds apart, and its history knows
 * only what is written: without this the last seconds before a question are missing. Home Assistant does the same for its own
 * history panel: a stream of history first tells what is written, then has the recorder write the rest, then tells that.
 */
final class RecorderBarrier {

    /** The recorder writes by itself within this time unless told otherwise. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LOOK_BACK = Duration.ofDays(1);

    /** No such entity exists, so that nothing is told but when it is done. */
    private static final String NO_ENTITY = "homeiq.barrier";

    /** What is written, and the rest. */
    private static final int PARTS = 2;

    private final Vertx vertx;
    private final HomeAssistantSocket socket;
    private final Promise<Void> passed = Promise.promise();
    private int parts;

    RecorderBarrier(Vertx vertx, HomeAssistantSocket socket) {
        this.vertx = vertx;
        this.socket = socket;
    }

    /** Fails only if the connection ends. */
    Future<Void> pass(Instant now) {
        long timer = vertx.setTimer(PATIENCE.toMillis(), late -> passed.tryComplete());
        JsonObject command = new JsonObject()
                .put("type", "history/stream")
                .put("start_time", now.minus(LOOK_BACK).toString())
                .put("entity_ids", new JsonArray().add(NO_ENTITY))
                .put("include_start_time_state", false)
                .put("no_attributes", true);
        Future<EventSubscription> stream = socket.subscribe(command, part -> {
            parts++;
            if (parts == PARTS) {
                passed.tryComplete();
            }
        });
        stream.onFailure(fault -> {
            if (fault instanceof HomeAssistantException known && known.kind() == Kind.UNSUPPORTED) {
                passed.tryComplete(); // it keeps no history, so there is nothing to wait for
            } // else wait as long as the recorder may take
        });
        socket.ended().onSuccess(passed::tryFail);
        return passed.future().eventually(() -> {
            vertx.cancelTimer(timer);
            return stream.compose(EventSubscription::cancel).otherwiseEmpty();
        });
    }
}
