package io.homeiq.data.home;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.HomeRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of the home as the API shows them; what is not known of one has no field. */
final class HomeDocuments {

    private HomeDocuments() {}

    static Map<String, Object> area(Area area, HomeRegistry registry) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("area_id", area.id());
        document.put("name", area.name());
        put(document, "floor_id", area.floorId());
        document.put("aliases", area.aliases());
        document.put(
                "entity_count",
                registry.entities().stream()
                        .filter(entity -> registry.areaOf(entity.id())
                                .filter(its -> its.id().equals(area.id()))
                                .isPresent())
                        .count());
        return document;
    }

    static Map<String, Object> device(Device device, HomeRegistry registry) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("device_id", device.id());
        put(document, "name", device.name());
        put(document, "manufacturer", device.manufacturer());
        put(document, "model", device.model());
        put(document, "area_id", device.areaId());
        put(document, "parent_device_id", device.parentDeviceId());
        document.put("labels", device.labels());
        document.put(
                "entity_count",
                registry.entities().stream()
                        .filter(entity -> device.id().equals(entity.deviceId()))
                        .count());
        return document;
    }

    /** The area is the one that it counts to, also if only its device lies in one. */
    static Map<String, Object> entity(Entity entity, HomeRegistry registry) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("entity_id", entity.id().value());
        put(document, "name", entity.name());
        document.put("domain", entity.id().domain());
        put(document, "platform", entity.platform());
        put(document, "device_id", entity.deviceId());
        put(document, "area_id", registry.areaOf(entity.id()).map(Area::id).orElse(null));
        document.put("labels", entity.labels());
        document.put("aliases", entity.aliases());
        document.put("disabled", entity.disabled());
        document.put("hidden", entity.hidden());
        put(document, "entity_category", entity.category());
        put(document, "device_class", entity.deviceClass());
        put(document, "unit_of_measurement", entity.unit());
        return document;
    }

    private static void put(Map<String, Object> document, String key, @Nullable Object value) {
        if (value != null) {
            document.put(key, value);
        }
    }
}
