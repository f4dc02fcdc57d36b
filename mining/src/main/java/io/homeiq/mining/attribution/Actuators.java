package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.EntityId;
import java.util.Set;

/** Kinds of entities that people set; a change of any other is something that happens, not something that is done. */
public final class Actuators {

    private static final Set<String> DOMAINS = Set.of(
            "light",
            "switch",
            "fan",
            "cover",
            "media_player",
            "climate",
            "lock",
            "alarm_control_panel",
            "humidifier",
            "water_heater",
            "vacuum",
            "lawn_mower",
            "valve",
            "siren",
            "input_boolean",
            "input_select",
            "select",
            "remote");

    private Actuators() {}

    public static boolean isActuator(EntityId entity) {
        return DOMAINS.contains(entity.domain());
    }
}
