package io.homeiq.mining.behaviour;

import io.homeiq.contracts.rule.CallService;
import java.util.List;
import java.util.Map;

/** The states that an entity may take when a service is asked for. */
final class Effects {

    private static final Map<String, List<String>> STATES = Map.ofEntries(
            Map.entry("turn_on", List.of("on", "playing", "idle")),
            Map.entry("turn_off", List.of("off")),
            Map.entry("toggle", List.of("on", "off")),
            Map.entry("open_cover", List.of("opening", "open")),
            Map.entry("close_cover", List.of("closing", "closed")),
            Map.entry("set_cover_position", List.of("opening", "open", "closing", "closed")),
            Map.entry("open_valve", List.of("opening", "open")),
            Map.entry("close_valve", List.of("closing", "closed")),
            Map.entry("lock", List.of("locking", "locked")),
            Map.entry("unlock", List.of("unlocking", "unlocked")),
            Map.entry("media_play", List.of("playing")),
            Map.entry("media_pause", List.of("paused")),
            Map.entry("start", List.of("cleaning")),
            Map.entry("start_mowing", List.of("mowing")),
            Map.entry("set_percentage", List.of("on")),
            Map.entry("set_preset_mode", List.of("on")));

    /** Services that name the state in their data. */
    private static final Map<String, String> NAMED =
            Map.of("select_option", "option", "set_hvac_mode", "hvac_mode", "set_operation_mode", "operation_mode");

    private Effects() {}

    /** Empty for services of which it is not known. */
    static List<String> of(CallService call) {
        String key = NAMED.get(call.service());
        return key != null && call.data().tree().get(key) instanceof String state
                ? List.of(state)
                : STATES.getOrDefault(call.service(), List.of());
    }
}
