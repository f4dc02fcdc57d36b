package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.EntityId;
import java.util.Map;
import java.util.Set;

/** States that nobody sets: the device gets there by itself, or is on its way. */
final class OwnStates {

    private static final Set<String> ROBOT = Set.of("returning", "docked", "idle", "paused", "error");

    private static final Map<String, Set<String>> BY_DOMAIN = Map.of(
            "vacuum", ROBOT,
            "lawn_mower", ROBOT,
            "media_player", Set.of("idle", "buffering", "standby"),
            "lock", Set.of("jammed"),
            "alarm_control_panel", Set.of("arming", "disarming", "pending", "triggered"));

    private OwnStates() {}

    static boolean contains(EntityId entity, String state) {
        return BY_DOMAIN.getOrDefault(entity.domain(), Set.of()).contains(state);
    }
}
