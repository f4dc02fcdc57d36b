package io.homeiq.query.reply;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.service.client.ServiceClient;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The last known state of things, read from the Data API's history. */
final class LastStates {

    /** Ids in one address, in characters: servers take 8 KiB. */
    private static final int MAX_ID_CHARACTERS = 6_000;

    private static final int PAGE = 1_000;

    /** One busy sensor may fill a page; then those that are still missing are asked for alone, but not for ever. */
    private static final int MAX_PAGES = 12;

    private final ServiceClient dataApi;

    LastStates(ServiceClient dataApi) {
        this.dataApi = dataApi;
    }

    /** By entity; what is not in it is not known. Fails if the Data API cannot be asked. */
    Future<Map<EntityId, String>> of(List<EntityId> entities, String requestId) {
        return more(dataApi.forRequest(requestId), new LinkedHashSet<>(entities), new HashMap<>(), 0);
    }

    private static Future<Map<EntityId, String>> more(
            ServiceClient dataApi, Set<EntityId> missing, Map<EntityId, String> known, int pages) {
        if (missing.isEmpty() || pages == MAX_PAGES) {
            return Future.succeededFuture(Map.copyOf(known));
        }
        List<EntityId> asked = portion(missing);
        String ids = asked.stream().map(EntityId::value).collect(Collectors.joining(","));
        String path = "/api/v1/events?event_type=state_changed&limit=" + PAGE + "&entity_id=" + ids;
        return dataApi.get(path, JsonNode.class).compose(events -> {
            events.forEach(event -> take(event, known));
            if (events.size() < PAGE) {
                asked.forEach(missing::remove);
            } else {
                missing.removeAll(known.keySet());
            }
            return more(dataApi, missing, known, pages + 1);
        });
    }

    private static List<EntityId> portion(Set<EntityId> missing) {
        List<EntityId> portion = new ArrayList<>();
        int characters = 0;
        for (EntityId id : missing) {
            characters += id.value().length() + 1;
            if (characters > MAX_ID_CHARACTERS) {
                break;
            }
            portion.add(id);
        }
        return portion;
    }

    /** The newest come first, so what is known already is newer. */
    private static void take(JsonNode event, Map<EntityId, String> known) {
        String id = event.path("entity_id").asText("");
        if (EntityId.isValid(id)) {
            known.putIfAbsent(
                    new EntityId(id), event.path("new_state").path("state").asText("unavailable"));
        }
    }
}
