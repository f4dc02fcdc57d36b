package io.homeiq.simulation.house;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity of the home with all that the registry says of it.
 *
 * @param device name of the device that it is a part of; null for entities that are only computed
 * @param kind the device class
 * @param first its state when the simulation begins
 * @param dimmable whether it has a brightness while it is on
 */
record Thing(
        EntityId id,
        String name,
        @Nullable String area,
        String platform,
        @Nullable String device,
        @Nullable String kind,
        @Nullable String unit,
        @Nullable String category,
        Set<String> labels,
        String first,
        boolean dimmable) {

    private static final int FULL_BRIGHTNESS = 255;

    /** Off, on a device of its own. */
    static Thing of(String id, String name, @Nullable String area, String platform) {
        EntityId entity = new EntityId(id);
        return new Thing(entity, name, area, platform, entity.objectId(), null, null, null, Set.of(), "off", false);
    }

    Thing kind(String deviceClass) {
        return new Thing(id, name, area, platform, device, deviceClass, unit, category, labels, first, dimmable);
    }

    Thing unit(String measured) {
        return new Thing(id, name, area, platform, device, kind, measured, category, labels, first, dimmable);
    }

    Thing first(String state) {
        return new Thing(id, name, area, platform, device, kind, unit, category, labels, state, dimmable);
    }

    /** A part of another thing's device. */
    Thing partOf(String otherDevice) {
        return new Thing(id, name, area, platform, otherDevice, kind, unit, category, labels, first, dimmable);
    }

    /** No device: Home Assistant only computes it. */
    Thing computed() {
        return new Thing(id, name, area, platform, null, kind, unit, category, labels, first, dimmable);
    }

    Thing diagnostic() {
        return new Thing(id, name, area, platform, device, kind, unit, "diagnostic", labels, first, dimmable);
    }

    Thing label(String label) {
        return new Thing(id, name, area, platform, device, kind, unit, category, Set.of(label), first, dimmable);
    }

    Thing dimming() {
        return new Thing(id, name, area, platform, device, kind, unit, category, labels, first, true);
    }

    /** As the entity registry has it; the area is its device's, if it has one. */
    Entity entity() {
        return new Entity(
                id,
                name,
                platform,
                device == null ? null : "device_" + device,
                device == null ? area : null,
                labels,
                List.of(),
                false,
                false,
                category,
                kind,
                unit);
    }

    /** What its attributes are by state, as shared objects. */
    Map<String, Attributes> looks() {
        Map<String, @Nullable Object> base = new LinkedHashMap<>();
        if (unit != null) {
            base.put("unit_of_measurement", unit);
        }
        if (kind != null) {
            base.put("device_class", kind);
        }
        base.put("friendly_name", name);
        Attributes plain = new Attributes(Collections.unmodifiableMap(base));
        if (!dimmable) {
            return Map.of("", plain);
        }
        Map<String, @Nullable Object> lit = new LinkedHashMap<>();
        lit.put("brightness", FULL_BRIGHTNESS);
        lit.put("color_mode", "brightness");
        lit.putAll(base);
        return Map.of("", plain, "on", new Attributes(Collections.unmodifiableMap(lit)));
    }
}
