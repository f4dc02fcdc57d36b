package io.homeiq.homeassistant.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entities of the registry in both directions. */
final class EntityJson {

    private final Map<String, String> deviceNames;

    /** @param deviceNames by device id */
    EntityJson(Map<String, String> deviceNames) {
        this.deviceNames = deviceNames;
    }

    List<Entity> readAll(Iterable<JsonNode> nodes) {
        List<Entity> entities = new ArrayList<>();
        for (JsonNode node : nodes) {
            String id = JsonFields.text(node, "entity_id");
            if (id != null && EntityId.isValid(id)) {
                entities.add(read(new EntityId(id), node));
            }
        }
        return entities;
    }

    private Entity read(EntityId id, JsonNode node) {
        // The file keeps the aliases of today beside those of older versions.
        String aliases = node.has("aliases_v2") ? "aliases_v2" : "aliases";
        return new Entity(
                id,
                name(node),
                JsonFields.text(node, "platform"),
                JsonFields.text(node, "device_id"),
                JsonFields.text(node, "area_id"),
                JsonFields.set(node, "labels"),
                JsonFields.texts(node, aliases),
                JsonFields.isSet(node, "disabled_by"),
                JsonFields.isSet(node, "hidden_by"),
                JsonFields.text(node, "entity_category"),
                JsonFields.text(node, "device_class", "original_device_class"),
                JsonFields.text(node, "unit_of_measurement"));
    }

    /**
     * The name that people see. Most entities name only what they are of a device ("Temperature"), and the name of the
     * device stands before it; the way this is told has changed over the years.
     */
    private @Nullable String name(JsonNode node) {
        String own = JsonFields.text(node, "name");
        String part = own == null ? JsonFields.text(node, "original_name") : own;
        boolean isPartOfDevice = node.has("next_name_part")
                ? "device".equals(JsonFields.text(node, "next_name_part"))
                : own == null && JsonFields.flag(node, "has_entity_name", false);
        String device = JsonFields.text(node, "device_id");
        String deviceName = device == null || !isPartOfDevice ? null : deviceNames.get(device);
        if (deviceName == null || part != null && part.startsWith(deviceName)) {
            return part;
        }
        return part == null ? deviceName : deviceName + " " + part;
    }

    static void write(Entity entity, ObjectNode node) {
        node.put("entity_id", entity.id().value()).put("name", entity.name()).put("platform", entity.platform());
        node.put("device_id", entity.deviceId()).put("area_id", entity.areaId());
        entity.labels().stream().sorted().forEach(node.putArray("labels")::add);
        entity.aliases().forEach(node.putArray("aliases")::add);
        node.put("disabled_by", entity.disabled() ? "user" : null);
        node.put("hidden_by", entity.hidden() ? "user" : null);
        node.put("entity_category", entity.category());
        node.put("device_class", entity.deviceClass());
        node.put("unit_of_measurement", entity.unit());
    }
}
