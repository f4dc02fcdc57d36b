package io.homeiq.query.reply;

import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.query.language.Meaning;
import io.homeiq.service.ServiceException;
import io.homeiq.service.client.ServiceClient;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells how things are. When the Data API cannot be asked, it says so instead of failing. */
final class StateReplies {

    private final LastStates states;

    StateReplies(ServiceClient dataApi) {
        this.states = new LastStates(dataApi);
    }

    Future<QueryReply> reply(String queryId, Meaning.AskState asked, KnownHome home) {
        List<EntityId> entities = asked.question().entities();
        return states.of(entities)
                .map(known -> Replies.answer(
                        queryId,
                        asked.question().answer(known),
                        data(entities, known, home),
                        entities,
                        asked.confidence()))
                .recover(failure -> failure instanceof ServiceException unreachable
                        ? Future.succeededFuture(degraded(queryId, entities, unreachable))
                        : Future.failedFuture(failure));
    }

    private static QueryReply degraded(String queryId, List<EntityId> entities, ServiceException why) {
        String text = "I cannot see how things are just now: " + why.getMessage() + ".";
        return Replies.answer(queryId, text, Map.of("degraded", true), entities, 0);
    }

    private static Map<String, Object> data(List<EntityId> entities, Map<EntityId, String> known, KnownHome home) {
        List<Map<String, Object>> list = entities.stream()
                .filter(known::containsKey)
                .map(id -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("entity_id", id.value());
                    one.put("name", home.names().nameOf(id));
                    one.put("state", known.getOrDefault(id, "unknown"));
                    return one;
                })
                .toList();
        List<String> unknown = entities.stream()
                .filter(id -> !known.containsKey(id))
                .map(EntityId::value)
                .toList();
        return Map.of("degraded", false, "states", list, "unknown", unknown);
    }
}
