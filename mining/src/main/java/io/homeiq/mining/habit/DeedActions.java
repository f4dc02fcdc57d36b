package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Verbatim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The service that brings an entity to the state that people set, with the level that they set. */
public final class DeedActions {

    /** Levels this near to full are people's "on". */
    private static final int FULL_PERCENT = 96;

    private static final int LEVEL_STEP = 5;

    private static final Set<String> SWITCHED = Set.of(
            "light", "switch", "fan", "input_boolean", "media_player", "climate", "humidifier", "siren", "remote");

    /** By domain, then by state: the service. */
    private static final Map<String, Map<String, String>> SERVICES = Map.of(
            "cover",
                    Map.of(
                            "open",
                            "open_cover",
                            "opening",
                            "open_cover",
                            "closed",
                            "close_cover",
                            "closing",
                            "close_cover"),
            "valve",
                    Map.of(
                            "open",
                            "open_valve",
                            "opening",
                            "open_valve",
                            "closed",
                            "close_valve",
                            "closing",
                            "close_valve"),
            "lock", Map.of("locked", "lock", "locking", "lock", "unlocked", "unlock", "unlocking", "unlock"),
            "media_player", Map.of("playing", "media_play", "paused", "media_pause"),
            "vacuum", Map.of("cleaning", "start", "returning", "return_to_base", "docked", "return_to_base"),
            "lawn_mower", Map.of("mowing", "start_mowing", "returning", "dock", "docked", "dock"),
            "alarm_control_panel",
                    Map.of(
                            "armed_home", "alarm_arm_home",
                            "armed_away", "alarm_arm_away",
                            "armed_night", "alarm_arm_night",
                            "arming", "alarm_arm_away",
                            "disarmed", "alarm_disarm"));

    private DeedActions() {}

    /**
     * The call that does the same.
     *
     * @param levelPercent 0 to 100 where people agree on one, else negative
     * @return empty for a state that nobody can ask for, such as "idle"
     */
    public static Optional<CallService> of(EntityId entity, String state, int levelPercent) {
        String domain = entity.domain();
        String service = SERVICES.getOrDefault(domain, Map.of()).get(state);
        if (service != null) {
            return Optional.of(CallService.of(domain, service, entity));
        }
        if (SWITCHED.contains(domain) && state.equals("off")) {
            return Optional.of(CallService.of(domain, "turn_off", entity));
        }
        if (SWITCHED.contains(domain) && state.equals("on")) {
            return Optional.of(new CallService(domain, "turn_on", List.of(entity), level(domain, levelPercent)));
        }
        return switch (domain) {
            case "climate" -> Optional.of(with(entity, "set_hvac_mode", "hvac_mode", state));
            case "input_select", "select" -> Optional.of(with(entity, "select_option", "option", state));
            case "water_heater" -> Optional.of(with(entity, "set_operation_mode", "operation_mode", state));
            default -> Optional.empty();
        };
    }

    private static Verbatim level(String domain, int percent) {
        return domain.equals("light") && percent > 0 && percent < FULL_PERCENT
                ? new Verbatim(Map.of(
                        "brightness_pct", Math.max(1, Math.round((float) percent / LEVEL_STEP) * LEVEL_STEP)))
                : Verbatim.EMPTY;
    }

    private static CallService with(EntityId entity, String service, String option, String value) {
        return new CallService(entity.domain(), service, List.of(entity), new Verbatim(Map.of(option, value)));
    }
}
