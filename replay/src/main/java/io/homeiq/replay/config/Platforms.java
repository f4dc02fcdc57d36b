package io.homeiq.replay.config;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The integrations of Home Assistant 2026.11 that bring triggers and conditions of their own. What is not among them,
 * Home Assistant refuses; what is, may be fine there and is only not replayed here.
 */
public final class Platforms {

    private static final Set<String> BOTH = Set.of(
            "air_quality",
            "alarm_control_panel",
            "assist_satellite",
            "battery",
            "calendar",
            "climate",
            "counter",
            "cover",
            "device",
            "device_automation",
            "door",
            "fan",
            "garage_door",
            "gate",
            "homeassistant",
            "humidifier",
            "humidity",
            "illuminance",
            "lawn_mower",
            "light",
            "lock",
            "media_player",
            "moisture",
            "moon",
            "motion",
            "occupancy",
            "power",
            "remote",
            "schedule",
            "select",
            "siren",
            "sun",
            "switch",
            "temperature",
            "text",
            "timer",
            "todo",
            "update",
            "vacuum",
            "valve",
            "vibration",
            "water_heater",
            "window",
            "zone",
            "zwave_js");

    private static final Set<String> TRIGGERS = Set.of(
            "button",
            "conversation",
            "event",
            "fumis",
            "geo_location",
            "knx",
            "lg_netcast",
            "litejet",
            "mqtt",
            "persistent_notification",
            "samsungtv",
            "scene",
            "tag",
            "template",
            "doorbell",
            "webhook",
            "webostv");

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+(?:\\.[a-z0-9_]+)?");

    private Platforms() {}

    /**
     * Whether an integration brings a trigger of this name.
     *
     * @param name as it stands under {@code trigger}, such as {@code mqtt} or {@code light.turned_on}
     */
    public static boolean hasTrigger(String name) {
        return isName(name) && (BOTH.contains(integration(name)) || TRIGGERS.contains(integration(name)));
    }

    public static boolean hasCondition(String name) {
        return isName(name) && BOTH.contains(integration(name));
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static String integration(String name) {
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }
}
