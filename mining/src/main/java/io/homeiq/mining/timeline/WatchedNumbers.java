package io.homeiq.mining.timeline;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which sensors tell something that people feel, see or hear, and so may act on. Left out are diagnostics, meters that
 * only count up, batteries, and what a device says of its radio.
 */
final class WatchedNumbers {

    private static final Set<String> FELT_CLASSES = Set.of(
            "temperature",
            "humidity",
            "absolute_humidity",
            "moisture",
            "illuminance",
            "irradiance",
            "power",
            "current",
            "carbon_dioxide",
            "carbon_monoxide",
            "volatile_organic_compounds",
            "volatile_organic_compounds_parts",
            "pm1",
            "pm25",
            "pm10",
            "aqi",
            "sound_pressure",
            "wind_speed",
            "precipitation_intensity",
            "volume_flow_rate");

    private static final Set<String> FELT_UNITS = Set.of("°C", "°F", "K", "lx", "W", "kW", "ppm", "µg/m³", "dB", "%");

    /** Parts of ids of sensors of which nothing else is known. */
    private static final List<String> TECHNICAL_WORDS = List.of(
            "battery",
            "energy",
            "signal",
            "rssi",
            "linkquality",
            "uptime",
            "voltage",
            "total",
            "count",
            "last_",
            "version");

    private final HomeRegistry registry;
    private final Map<EntityId, Boolean> known = new HashMap<>();

    WatchedNumbers(HomeRegistry registry) {
        this.registry = registry;
    }

    boolean isWatched(StateChange change) {
        EntityId id = change.entityId();
        if (!id.value().startsWith("sensor.")) {
            return false;
        }
        Boolean answer = known.get(id);
        if (answer == null) {
            answer = isFelt(id, change.attributes());
            if (known.size() < Household.MAX_ENTITIES) {
                known.put(id, answer);
            }
        }
        return answer;
    }

    private boolean isFelt(EntityId id, Attributes told) {
        Entity entity = registry.entity(id).orElseGet(() -> Entity.unregistered(id));
        if (entity.disabled() || entity.hidden() || entity.category() != null) {
            return false;
        }
        String deviceClass = first(entity.deviceClass(), told.text("device_class"));
        if (deviceClass != null) {
            return FELT_CLASSES.contains(deviceClass);
        }
        String unit = first(entity.unit(), told.text("unit_of_measurement"));
        return (unit == null || FELT_UNITS.contains(unit))
                && TECHNICAL_WORDS.stream().noneMatch(id.objectId()::contains);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    /** What was told of a sensor first decides for good, so it is kept. */
    void write(MemoryWriter out) throws IOException {
        out.count(known.size(), Household.MAX_ENTITIES);
        for (Map.Entry<EntityId, Boolean> answer : new TreeMap<>(known).entrySet()) {
            out.entity(answer.getKey());
            out.flag(answer.getValue());
        }
    }

    /** Takes over what was written. */
    void read(MemoryReader in) throws IOException {
        int count = in.count(Household.MAX_ENTITIES);
        for (int i = 0; i < count; i++) {
            known.put(in.entity(), in.flag());
        }
    }
}
