package io.homeiq.homeassistant.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.homeassistant.registry.RegistryJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads what Home Assistant knows of the home: its parts, people and the states of now. Only for the feed's own context. */
final class HomeReader {

    /** Entities whose details are asked for at once. */
    private static final int DETAILS_AT_ONCE = 250;

    private final Vertx vertx;
    private final HomeAssistantSocket socket;
    private final boolean administrator;
    private final ObjectMapper mapper = new ObjectMapper();

    /** The home and the states of all its entities at about the same moment. */
    record Home(HomeRegistry registry, Snapshot snapshot) {

        /** Everything that may have a history, disabled entities left out. */
        Set<EntityId> entities() {
            Set<EntityId> all = new TreeSet<>();
            registry.entities().stream()
                    .filter(entity -> !entity.disabled())
                    .map(Entity::id)
                    .forEach(all::add);
            snapshot.states().forEach(now -> all.add(now.change().entityId()));
            return all;
        }
    }

    /** @param administrator whether the token may see the people's accounts */
    HomeReader(Vertx vertx, HomeAssistantSocket socket, boolean administrator) {
        this.vertx = vertx;
        this.socket = socket;
        this.administrator = administrator;
    }

    Future<Home> read() {
        ObjectNode sections = mapper.createObjectNode();
        return section(sections, "config", "get_config")
                .compose(done -> section(sections, "areas", "config/area_registry/list"))
                .compose(done -> section(sections, "devices", "config/device_registry/list"))
                .compose(done -> section(sections, "entities", "config/entity_registry/list"))
                .compose(done ->
                        administrator ? section(sections, "users", "config/auth/list") : Future.succeededFuture())
                .compose(done -> details(sections.path("entities"), 0))
                .compose(done -> command("get_states"))
                .compose(states -> vertx.executeBlocking(() -> home(sections, states), false));
    }

    private Future<JsonNode> command(String type) {
        return socket.command(new JsonObject().put("type", type));
    }

    private Future<Void> section(ObjectNode sections, String name, String command) {
        return command(command).map(answer -> {
            sections.set(name, answer);
            return null;
        });
    }

    /** Aliases and classes are not in the list, only in the details. */
    private Future<Void> details(JsonNode entities, int from) {
        if (from >= entities.size()) {
            return Future.succeededFuture();
        }
        JsonArray ids = new JsonArray();
        for (int i = from; i < Math.min(entities.size(), from + DETAILS_AT_ONCE); i++) {
            ids.add(entities.path(i).path("entity_id").asText(""));
        }
        JsonObject command = new JsonObject()
                .put("type", "config/entity_registry/get_entries")
                .put("entity_ids", ids);
        return socket.command(command).compose(found -> {
            for (int i = from; i < Math.min(entities.size(), from + DETAILS_AT_ONCE); i++) {
                if (entities.path(i) instanceof ObjectNode entity
                        && found.path(entity.path("entity_id").asText("")) instanceof ObjectNode details) {
                    entity.setAll(details);
                }
            }
            return details(entities, from + DETAILS_AT_ONCE);
        });
    }

    private Home home(ObjectNode sections, JsonNode states) {
        sections.set("entities", withStates(sections.path("entities"), states));
        return new Home(RegistryJson.parse(sections), Snapshot.of(states));
    }

    /** The registry's entities, with what only their states tell, and the entities which the registry does not know. */
    private ArrayNode withStates(JsonNode entities, JsonNode states) {
        Map<String, JsonNode> attributes = new HashMap<>();
        states.forEach(state -> attributes.put(state.path("entity_id").asText(""), state.path("attributes")));
        ArrayNode all = mapper.createArrayNode();
        List<ObjectNode> known = new ArrayList<>();
        entities.forEach(entity -> {
            if (entity instanceof ObjectNode object) {
                known.add(object);
            }
        });
        for (ObjectNode entity : known) {
            JsonNode told = attributes.remove(entity.path("entity_id").asText(""));
            all.add(told == null ? entity : complete(entity, told));
        }
        attributes.forEach(
                (id, told) -> all.add(complete(mapper.createObjectNode().put("entity_id", id), told)));
        return all;
    }

    private static ObjectNode complete(ObjectNode entity, JsonNode attributes) {
        if (attributes.path("friendly_name").isTextual()) {
            // Home Assistant has put the device's name before it where that belongs.
            entity.set("name", attributes.path("friendly_name"));
            entity.remove(List.of("next_name_part", "has_entity_name"));
        }
        fill(entity, "device_class", attributes.path("device_class"));
        fill(entity, "unit_of_measurement", attributes.path("unit_of_measurement"));
        return entity;
    }

    private static void fill(ObjectNode entity, String field, JsonNode value) {
        if (entity.path(field).asText("").isEmpty() && value.isTextual()) {
            entity.set(field, value);
        }
    }
}
