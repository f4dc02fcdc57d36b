package io.homeiq.homeassistant.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.vertx.core.Context;
import java.util.function.Consumer;

/**
 * Reads frames: one message, or an array of messages that Home Assistant put together. Keeps the order, save for large results, which
 * are read on another thread so that events behind them are not late.
 */
final class Inbound {

    /** From this length on reading takes milliseconds. */
    private static final int LARGE_CHARACTERS = 64 * 1024;

    /** Within so many characters Home Assistant names the type of a message. */
    private static final int HEAD_CHARACTERS = 64;

    private static final ObjectReader JSON = new ObjectMapper().reader();

    private final Context context;
    private final Faults faults;
    private final Consumer<JsonNode> messages;
    private final Consumer<HomeAssistantException> fault;

    Inbound(Context context, Faults faults, Consumer<JsonNode> messages, Consumer<HomeAssistantException> fault) {
        this.context = context;
        this.faults = faults;
        this.messages = messages;
        this.fault = fault;
    }

    void text(String frame) {
        if (isLargeResult(frame)) {
            context.executeBlocking(() -> JSON.readTree(frame), false)
                    .onSuccess(this::take)
                    .onFailure(e -> fault.accept(unreadable(e)));
            return;
        }
        try {
            take(JSON.readTree(frame));
        } catch (JsonProcessingException e) {
            fault.accept(unreadable(e));
        }
    }

    private static boolean isLargeResult(String frame) {
        return frame.length() >= LARGE_CHARACTERS
                && frame.charAt(0) == '{'
                && frame.substring(0, HEAD_CHARACTERS).contains("\"result\"");
    }

    private void take(JsonNode node) {
        if (node.isArray()) {
            node.forEach(messages);
        } else if (node.isObject()) {
            messages.accept(node);
        } else {
            fault.accept(faults.of(Kind.PROTOCOL, "sent a message that is no JSON object; is HA_URL right?"));
        }
    }

    private HomeAssistantException unreadable(Throwable cause) {
        return faults.of(Kind.PROTOCOL, "sent a message that is not JSON; is HA_URL right?", cause);
    }
}
