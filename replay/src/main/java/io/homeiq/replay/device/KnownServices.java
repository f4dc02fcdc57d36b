package io.homeiq.replay.device;

import java.util.Map;
import java.util.Set;

/** The services that every replayed home has. Homes have more; a case names those beyond. */
public final class KnownServices {

    private static final Map<String, Set<String>> BY_DOMAIN = Map.ofEntries(
            of(
                    "homeassistant",
                    "turn_on turn_off toggle update_entity stop restart check_config reload_core_config set_location "
                            + "reload_custom_templates reload_config_entry reload_all save_persistent_states"),
            of("light", "turn_on turn_off toggle"),
            of("switch", "turn_on turn_off toggle"),
            of("input_boolean", "turn_on turn_off toggle"),
            of("group", "turn_on turn_off toggle"),
            of("siren", "turn_on turn_off toggle"),
            of("remote", "turn_on turn_off toggle send_command"),
            of(
                    "fan",
                    "turn_on turn_off toggle set_percentage increase_speed decrease_speed oscillate set_direction "
                            + "set_preset_mode"),
            of("humidifier", "turn_on turn_off toggle set_humidity set_mode"),
            of(
                    "climate",
                    "turn_on turn_off toggle set_temperature set_hvac_mode set_preset_mode set_fan_mode set_humidity "
                            + "set_swing_mode"),
            of("water_heater", "turn_on turn_off set_temperature set_operation_mode"),
            of(
                    "media_player",
                    "turn_on turn_off toggle media_play media_pause media_stop media_play_pause media_next_track "
                            + "media_previous_track play_media select_source volume_set volume_up volume_down "
                            + "volume_mute"),
            of(
                    "cover",
                    "open_cover close_cover stop_cover toggle set_cover_position open_cover_tilt close_cover_tilt "
                            + "set_cover_tilt_position"),
            of("valve", "open_valve close_valve stop_valve toggle set_valve_position"),
            of("lock", "lock unlock open"),
            of("alarm_control_panel", "alarm_arm_home alarm_arm_away alarm_arm_night alarm_disarm alarm_trigger"),
            of("vacuum", "start pause stop return_to_base locate clean_spot"),
            of("scene", "turn_on apply"),
            of("script", "turn_on turn_off toggle"),
            of("button", "press"),
            of("input_button", "press"),
            of("input_number", "set_value increment decrement"),
            of("number", "set_value"),
            of("input_text", "set_value"),
            of("text", "set_value"),
            of("input_select", "select_option select_next select_previous"),
            of("select", "select_option select_next select_previous"),
            of("input_datetime", "set_datetime"),
            of("counter", "increment decrement reset set_value"),
            of("timer", "start pause cancel finish"),
            of("notify", "notify send_message persistent_notification"),
            of("persistent_notification", "create dismiss"),
            of("tts", "speak"),
            of("logbook", "log"),
            of("system_log", "write"));

    private KnownServices() {}

    private static Map.Entry<String, Set<String>> of(String domain, String services) {
        return Map.entry(domain, Set.of(services.split(" ")));
    }

    public static boolean has(String domain, String service) {
        return BY_DOMAIN.getOrDefault(domain, Set.of()).contains(service);
    }
}
