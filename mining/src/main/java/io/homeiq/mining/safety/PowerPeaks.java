package io.homeiq.mining.safety;

import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The most that power sensors ever showed: what draws more than a kilowatt heats or moves something, whatever it is called.
 *
 * @param watts of each sensor that is known, not negative
 */
public record PowerPeaks(Map<EntityId, Double> watts) {

    /** Nothing was measured. */
    public static final PowerPeaks NONE = new PowerPeaks(Map.of());

    private static final double HEAVY_WATTS = 1_000;

    /** What has power put on it or taken off it. */
    private static final Set<String> SWITCHED = Set.of("switch", "light", "fan");

    public PowerPeaks {
        watts = Map.copyOf(watts);
    }

    /**
     * Whether what it switches ever drew more than 1 kW. Of a device with several outlets those sensors count that are named after the entity, if
     * any are; else all of the device.
     */
    boolean isHeavy(EntityId id, HomeRegistry home) {
        if (watts.isEmpty() || !SWITCHED.contains(id.domain())) {
            return false;
        }
        List<EntityId> sensors =
                home.deviceOf(id).map(device -> sensors(device, home)).orElse(List.of());
        List<EntityId> own = sensors.stream()
                .filter(sensor -> sensor.objectId().startsWith(id.objectId() + "_"))
                .toList();
        return (own.isEmpty() ? sensors : own)
                .stream().anyMatch(sensor -> watts.getOrDefault(sensor, 0.0) > HEAVY_WATTS);
    }

    private static List<EntityId> sensors(Device device, HomeRegistry home) {
        return home.entities().stream()
                .filter(entity -> device.id().equals(entity.deviceId()) && "power".equals(entity.deviceClass()))
                .map(Entity::id)
                .toList();
    }
}
