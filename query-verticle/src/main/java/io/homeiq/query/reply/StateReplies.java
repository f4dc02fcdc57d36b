package io.homeiq.query.reply;

import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.query.language.Meaning;
import io.homeiq.service.ServiceException;
import io.homeiq.service.client.ServiceClient;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells how things are. When the Data API cannot be asked, it says so instead of failing. */
final class StateReplies {

    /** A person waits: rather no answer in time than one too late. It leaves half a second for all the rest. */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private static final String TOO_SLOW =
            "the data service did not answer within " + PATIENCE.toMillis() / 1_000.0 + " s; it may be busy";

    private final LastStates states;

    StateReplies(ServiceClient dataApi) {
        this.states = new LastStates(dataApi);
    }

    Future<QueryReply> reply(String queryId, Meaning.AskState asked, KnownHome home, String requestId) {
        List<EntityId> entities = asked.question().entities();
        return states.of(entities, requestId)
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .map(known -> Replies.answer(
                        queryId,
                        asked.question().answer(known),
                        data(entities, known, home),
                        entities,
                        asked.confidence()))
                .recover(failure -> switch (failure) {
                    case ServiceException known ->
                        Future.succeededFuture(degraded(queryId, entities, String.valueOf(known.getMessage())));
                    case TimeoutException ignored -> Future.succeededFuture(degraded(queryId, entities, TOO_SLOW));
                    default -> Future.failedFuture(failure);
                });
    }

    private static QueryReply degraded(String queryId, List<EntityId> entities, String why) {
        String text = "I cannot see how things are just now: " + why + ".";
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
