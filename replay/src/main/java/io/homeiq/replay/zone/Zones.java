package io.homeiq.replay.zone;

import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is within which zone, as Home Assistant tells it. */
public final class Zones {

    private static final String MEMBERSHIP = "in_zones";
    private static final Set<String> TRACKED = Set.of("person", "device_tracker");
    private static final Set<String> NOWHERE = Set.of("unavailable", "unknown");

    private Zones() {}

    /** Whether an entity says anything of where it is. */
    public static boolean isPlaced(EntityState entity) {
        Map<String, @Nullable Object> attributes = entity.attributes();
        boolean hasPlace = isNumber(attributes.get("latitude")) && isNumber(attributes.get("longitude"));
        return hasPlace || (TRACKED.contains(entity.domain()) && attributes.containsKey(MEMBERSHIP));
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    /** Whether a person or a tracker itself names a zone among those that it is in. */
    static boolean names(EntityState entity, String zoneId) {
        Object named = entity.attributes().get(MEMBERSHIP);
        return named instanceof List<?> list
                ? list.contains(zoneId)
                : named instanceof String text && text.contains(zoneId);
    }

    /**
     * Whether an entity is within a zone: by what it names itself, or else by its place, where it may be off by its
     * accuracy in metres.
     *
     * @throws Fault of kind CONDITION if it has no place, UNEXPECTED if a place is no number
     */
    public static boolean holds(EntityState zone, EntityState entity) {
        if (NOWHERE.contains(entity.state())) {
            return false;
        }
        Map<String, @Nullable Object> attributes = entity.attributes();
        if (TRACKED.contains(entity.domain()) && attributes.get(MEMBERSHIP) != null) {
            return names(entity, zone.entityId());
        }
        for (String name : List.of("latitude", "longitude")) {
            if (attributes.get(name) == null) {
                throw new Fault(
                        Fault.Kind.CONDITION, "entity " + entity.entityId() + " has no '" + name + "' attribute");
            }
        }
        if (zone.state().equals("unavailable")) {
            return false;
        }
        Double metres = Ellipsoid.metres(
                number(entity, "latitude"),
                number(entity, "longitude"),
                number(zone, "latitude"),
                number(zone, "longitude"));
        if (metres == null || zone.attributes().getOrDefault("radius", 0) == null) {
            return false;
        }
        double accuracy = attributes.containsKey("gps_accuracy") ? number(entity, "gps_accuracy") : 0;
        return metres - accuracy < number(zone, "radius");
    }

    private static double number(EntityState state, String attribute) {
        return switch (state.attributes().get(attribute)) {
            case Number number -> number.doubleValue();
            case Boolean flag -> flag ? 1 : 0;
            case null, default ->
                throw new Fault(Fault.Kind.UNEXPECTED, state.entityId() + " has no number as '" + attribute + "'");
        };
    }
}
