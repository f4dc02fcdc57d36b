package io.homeiq.mining.timeline;

import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.mining.attribution.Actuators;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which entities are part of daily life. Left out are settings and diagnostics, what is hidden, measurements, and
 * domains whose states are times or texts.
 */
final class WatchedEntities {

    /** What people answer to, beside what they set. */
    private static final Set<String> WITNESSES = Set.of("binary_sensor", "person", "device_tracker");

    /** What a device says of itself rather than of the home. */
    private static final Set<String> TECHNICAL_CLASSES =
            Set.of("battery", "connectivity", "problem", "update", "running", "tamper", "power");

    private static final Set<String> WHEREABOUTS = Set.of("home", "not_home");

    private final HomeRegistry registry;
    private final Map<EntityId, Boolean> known = new HashMap<>();

    WatchedEntities(HomeRegistry registry) {
        this.registry = registry;
    }

    boolean isWatched(EntityId id) {
        Boolean answer = known.get(id);
        if (answer == null) {
            answer = (Actuators.isActuator(id)
                            || WITNESSES.contains(id.domain())
                            || id.domain().equals("group")
                            || id.equals(SomebodyHome.ZONE))
                    && registry.entity(id).map(WatchedEntities::isDailyLife).orElse(true);
            if (known.size() < Household.MAX_ENTITIES) {
                known.put(id, answer);
            }
        }
        return answer;
    }

    private static boolean isDailyLife(Entity entity) {
        return !entity.disabled()
                && !entity.hidden()
                && entity.category() == null
                && !(entity.id().domain().equals("binary_sensor")
                        && entity.deviceClass() != null
                        && TECHNICAL_CLASSES.contains(entity.deviceClass()));
    }

    /** Whether the state counts too: a word, for some integrations put numbers where a word belongs. */
    boolean isWatched(EntityId id, String state) {
        if (!isWatched(id)) {
            return false;
        }
        // A group of people tells where they are; a group of lamps only repeats them.
        boolean repeats = id.domain().equals("group") && !WHEREABOUTS.contains(state);
        return !repeats && (state.isEmpty() || !Character.isDigit(state.charAt(0)));
    }
}
