package io.homeiq.homeassistant.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.automation.Scripts;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads every script of the home. One whose entity was renamed is called by two names, that of the entity and that of its own service; a name that means two
 * scripts means none. Needs an administrator's token.
 */
final class ScriptReader {

    /** Entities whose details are asked for at once. */
    private static final int DETAILS_AT_ONCE = 250;

    private final HomeAssistantSocket socket;

    ScriptReader(HomeAssistantSocket socket) {
        this.socket = socket;
    }

    private record Named(EntityId entity, Verbatim script) {}

    /** Those that are gone meanwhile or have no steps are left out. */
    Future<Scripts> read(List<EntityId> entities) {
        return new ConfigReader(socket)
                .read(
                        entities,
                        (entity, tree) -> tree.containsKey("sequence")
                                ? Optional.of(new Named(entity, new Verbatim(tree)))
                                : Optional.empty())
                .compose(scripts -> services(scripts, 0, new HashMap<>()).map(names -> byName(scripts, names)))
                .recover(fault -> fault instanceof HomeAssistantException known && known.kind() == Kind.UNSUPPORTED
                        ? Future.succeededFuture(Scripts.NONE) // older than the command
                        : Future.failedFuture(fault));
    }

    /** The names of their services, where the registry of entities knows them. */
    private Future<Map<EntityId, String>> services(List<Named> scripts, int from, Map<EntityId, String> names) {
        if (from >= scripts.size()) {
            return Future.succeededFuture(names);
        }
        List<Named> some = scripts.subList(from, Math.min(scripts.size(), from + DETAILS_AT_ONCE));
        JsonArray ids = new JsonArray(
                some.stream().map(script -> script.entity().value()).toList());
        JsonObject command = new JsonObject()
                .put("type", "config/entity_registry/get_entries")
                .put("entity_ids", ids);
        return socket.command(command).compose(details -> {
            some.forEach(script -> names.put(script.entity(), service(script.entity(), details)));
            return services(scripts, from + DETAILS_AT_ONCE, names);
        });
    }

    private static String service(EntityId entity, JsonNode details) {
        return details.path(entity.value()).path("unique_id").asText(entity.objectId());
    }

    private static Scripts byName(List<Named> scripts, Map<EntityId, String> services) {
        Map<String, Verbatim> found = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (Named script : scripts) {
            String own = script.entity().objectId();
            for (String name : Set.copyOf(List.of(own, services.getOrDefault(script.entity(), own)))) {
                if (found.put(name, script.script()) != null) {
                    ambiguous.add(name);
                }
            }
        }
        found.keySet().removeAll(ambiguous);
        return new Scripts(found);
    }
}
