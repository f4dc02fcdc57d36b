package io.homeiq.homeassistant.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which commands wait for their answers and which subscriptions are open on one connection. Only for the connection's own thread. */
final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final int MAX_WAITING = 256;
    private static final int MAX_SUBSCRIPTIONS = 64;

    private final Vertx vertx;
    private final Faults faults;
    private final Duration answerTimeout;
    private final Consumer<JsonObject> out;
    private final Map<Integer, Question> waiting = new HashMap<>();
    private final Map<Integer, Consumer<JsonNode>> sinks = new HashMap<>();
    private @Nullable HomeAssistantException over;
    private int lastId;

    private record Question(String type, Promise<JsonNode> answer, long timer) {}

    Conversation(Vertx vertx, Faults faults, Duration answerTimeout, Consumer<JsonObject> out) {
        this.vertx = vertx;
        this.faults = faults;
        this.answerTimeout = answerTimeout;
        this.out = out;
    }

    Future<JsonNode> ask(JsonObject command) {
        String type = String.valueOf(command.getString("type"));
        HomeAssistantException refusal = refusal(type);
        if (refusal != null) {
            return Future.failedFuture(refusal);
        }
        int id = ++lastId;
        Promise<JsonNode> answer = Promise.promise();
        long timer = vertx.setTimer(answerTimeout.toMillis(), late -> expire(id));
        waiting.put(id, new Question(type, answer, timer));
        out.accept(command.put("id", id));
        return answer.future();
    }

    private @Nullable HomeAssistantException refusal(String type) {
        if (over != null) {
            return over;
        }
        return waiting.size() < MAX_WAITING
                ? null
                : faults.of(
                        Kind.OVERLOADED,
                        "has " + MAX_WAITING + " commands to answer already; " + type + " was not sent");
    }

    /** The sink is in place before the command is sent, so that no event is missed. */
    Future<Integer> subscribe(JsonObject command, Consumer<JsonNode> sink) {
        if (sinks.size() >= MAX_SUBSCRIPTIONS) {
            return Future.failedFuture(
                    faults.of(Kind.OVERLOADED, "has " + MAX_SUBSCRIPTIONS + " subscriptions of ours already"));
        }
        int id = lastId + 1;
        sinks.put(id, sink);
        return ask(command).map(started -> id).onFailure(refused -> sinks.remove(id, sink));
    }

    Future<Void> unsubscribe(int id) {
        sinks.remove(id);
        return ask(new JsonObject().put("type", "unsubscribe_events").put("subscription", id))
                .mapEmpty();
    }

    void answered(JsonNode message) {
        Question question = take(message.path("id").asInt());
        if (question == null) {
            return; // too late, it was given up
        }
        if (message.path("success").asBoolean()) {
            question.answer.tryComplete(message.path("result"));
        } else {
            JsonNode error = message.path("error");
            question.answer.tryFail(faults.refused(
                    question.type,
                    error.path("code").asText("unknown_error"),
                    error.path("message").asText("no reason given")));
        }
    }

    void pong(JsonNode message) {
        Question question = take(message.path("id").asInt());
        if (question != null) {
            question.answer.tryComplete(message);
        }
    }

    void event(JsonNode message) {
        Consumer<JsonNode> sink = sinks.get(message.path("id").asInt());
        if (sink == null) {
            return;
        }
        try {
            sink.accept(message.path("event"));
        } catch (RuntimeException e) { // one bad event must not cost the others that came with it
            LOG.error(
                    "An event of type {} could not be taken",
                    message.path("event").path("event_type").asText("unknown"),
                    e);
        }
    }

    private void expire(int id) {
        Question question = waiting.remove(id);
        if (question != null) {
            question.answer.tryFail(faults.tooSlow(question.type));
        }
    }

    private @Nullable Question take(int id) {
        Question question = waiting.remove(id);
        if (question != null) {
            vertx.cancelTimer(question.timer);
        }
        return question;
    }

    void end(HomeAssistantException reason) {
        over = reason;
        sinks.clear();
        for (Integer id : List.copyOf(waiting.keySet())) {
            Question question = take(id);
            if (question != null) {
                question.answer.tryFail(reason);
            }
        }
    }
}
