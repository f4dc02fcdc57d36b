package io.homeiq.homeassistant.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantRest;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.homeassistant.live.HistoryRows.Row;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Home Assistant for a stretch of its past: the states of entities by REST, so that large answers do not stand in the way of live
 * events; who did what from the logbook, as far as this Home Assistant has one. Only for the feed's own context.
 */
final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    /** Entities of one request, and their ids' characters: a request's first line may have 8190. */
    private static final int MAX_ENTITIES = 50;

    private static final int MAX_ID_CHARACTERS = 4_000;

    private final Vertx vertx;
    private final HomeAssistantRest rest;
    private final HomeAssistantSocket socket;
    private final LiveEvents reader;
    private boolean withCalls;

    /** @param administrator whether the token may see service calls */
    Recorder(
            Vertx vertx, HomeAssistantRest rest, HomeAssistantSocket socket, LiveEvents reader, boolean administrator) {
        this.vertx = vertx;
        this.rest = rest;
        this.socket = socket;
        this.reader = reader;
        this.withCalls = administrator;
    }

    /** Parts of the home that fit into one request each. */
    static List<List<String>> portions(Collection<EntityId> entities) {
        List<List<String>> portions = new ArrayList<>();
        List<String> portion = new ArrayList<>();
        int characters = 0;
        for (EntityId entity : entities) {
            String id = entity.value();
            if (portion.size() >= MAX_ENTITIES || characters + id.length() > MAX_ID_CHARACTERS) {
                portions.add(portion);
                portion = new ArrayList<>();
                characters = 0;
            }
            portion.add(id);
            characters += id.length();
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }

    /** Fails with {@code TOO_LARGE} if that is too much at once, with {@code NOT_FOUND} if Home Assistant keeps no history. */
    Future<List<Row>> states(Instant start, Instant end, List<String> entities) {
        return rest.history(start, end, entities)
                .compose(answer -> vertx.executeBlocking(() -> HistoryRows.parse(answer), false));
    }

    /** How the entities stood at a moment; nothing where that cannot be had at once. */
    Future<List<Row>> statesAt(Instant moment, List<String> entities) {
        Future<List<Row>> stood = rest.statesAt(moment, entities)
                .compose(answer -> vertx.executeBlocking(() -> until(moment, HistoryRows.parse(answer)), false));
        return stood.recover(
                fault -> isTooLarge(fault) ? Future.succeededFuture(List.of()) : Future.failedFuture(fault));
    }

    private static List<Row> until(Instant moment, List<Row> rows) {
        return rows.stream().filter(row -> !row.updated().isAfter(moment)).toList();
    }

    /** As {@link #states}, but of what is too large only the parts that are not, with a warning. */
    Future<List<Row>> bearableStates(Instant start, Instant end, List<String> entities) {
        return states(start, end, entities).recover(fault -> {
            if (!isTooLarge(fault)) {
                return Future.failedFuture(fault);
            }
            if (entities.size() == 1) {
                LOG.warn(
                        "The history of {} from {} to {} is left out, it is too large",
                        entities.getFirst(),
                        start,
                        end);
                return Future.succeededFuture(new ArrayList<>());
            }
            int half = entities.size() / 2;
            return bearableStates(start, end, entities.subList(0, half))
                    .compose(first -> bearableStates(start, end, entities.subList(half, entities.size()))
                            .map(second -> {
                                List<Row> both = new ArrayList<>(first);
                                both.addAll(second);
                                return both;
                            }));
        });
    }

    /** Whether any of the entities had any state in that time. */
    Future<Boolean> hasStates(Instant start, Instant end, Set<EntityId> entities) {
        Future<Boolean> found = Future.succeededFuture(false);
        for (List<String> portion : portions(entities)) {
            found = found.compose(already -> already
                    ? Future.succeededFuture(true)
                    : states(start, end, portion)
                            .map(rows -> !rows.isEmpty())
                            .recover(fault ->
                                    isTooLarge(fault) ? Future.succeededFuture(true) : Future.failedFuture(fault)));
        }
        return found;
    }

    static boolean isTooLarge(Throwable fault) {
        return fault instanceof HomeAssistantException known && known.kind() == Kind.TOO_LARGE;
    }

    /** Adds what the logbook knows of that time; nothing where it is missing or not for us. */
    Future<Void> explain(Instant start, Instant end, LogbookNotes notes) {
        return rest.logbook(start, end)
                .compose(answer -> vertx.<Void>executeBlocking(
                        () -> {
                            notes.addLogbook(answer);
                            return null;
                        },
                        false))
                .recover(this::withoutIfMissing)
                .compose(done -> withCalls ? calls(start, end, notes) : Future.succeededFuture());
    }

    private Future<Void> calls(Instant start, Instant end, LogbookNotes notes) {
        JsonObject command = new JsonObject()
                .put("type", "logbook/get_action_calls")
                .put("start_time", start.toString())
                .put("end_time", end.toString());
        Future<JsonNode> calls = socket.command(command);
        return calls.<Void>map(answer -> {
                    notes.addCalls(reader.calls(answer));
                    return null;
                })
                .recover(fault -> {
                    withCalls = false; // an older Home Assistant; it would answer the same each time
                    return withoutIfMissing(fault);
                });
    }

    private Future<Void> withoutIfMissing(Throwable fault) {
        boolean missing = fault instanceof HomeAssistantException known
                && switch (known.kind()) {
                    case NOT_FOUND, UNSUPPORTED, FORBIDDEN -> true;
                    case UNREACHABLE, UNAUTHORIZED, REFUSED, TIMEOUT, CLOSED, TOO_LARGE, OVERLOADED, PROTOCOL, FILE ->
                        false;
                };
        return missing ? Future.succeededFuture() : Future.failedFuture(fault);
    }
}
