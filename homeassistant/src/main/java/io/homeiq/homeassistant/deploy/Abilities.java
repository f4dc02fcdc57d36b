package io.homeiq.homeassistant.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.safety.conduct.Deed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What services take and what entities can do, as a Home Assistant tells it: the options of a service with their ranges, the limits and lists in the
 * attributes of an entity. What a template computes is not judged.
 */
final class Abilities {

    /** These take whatever their integration or their owner likes. */
    private static final Set<String> FREE_DOMAINS = Set.of(
            "notify",
            "script",
            "python_script",
            "shell_command",
            "rest_command",
            "mqtt",
            "event",
            "tts",
            "telegram_bot");

    /** The attribute that lists what an option may be. */
    private static final Map<String, String> LISTS = Map.of(
            "option", "options",
            "hvac_mode", "hvac_modes",
            "preset_mode", "preset_modes",
            "fan_mode", "fan_modes",
            "swing_mode", "swing_modes",
            "source", "source_list",
            "sound_mode", "sound_mode_list",
            "effect", "effect_list",
            "operation_mode", "operation_list");

    /** The attributes that limit what an option may be. */
    private static final Map<String, List<String>> LIMITS = Map.of(
            "temperature", List.of("min_temp", "max_temp"),
            "target_temp_low", List.of("min_temp", "max_temp"),
            "target_temp_high", List.of("min_temp", "max_temp"),
            "humidity", List.of("min_humidity", "max_humidity"),
            "value", List.of("min", "max"));

    private final JsonNode services;
    private final Map<String, JsonNode> attributes = new HashMap<>();

    /**
     * @param states as {@code get_states} answers
     * @param services as {@code get_services} answers; a list of integrations tells nothing of options
     */
    Abilities(JsonNode states, JsonNode services) {
        this.services = services;
        states.forEach(state -> attributes.put(state.path("entity_id").asText(""), state.path("attributes")));
    }

    /** What these calls ask for that cannot be, in words; empty if nothing is known against them. */
    List<String> objections(List<Deed> deeds) {
        List<String> objections = new ArrayList<>();
        for (Deed deed : deeds) {
            JsonNode fields = services.path(deed.domain()).path(deed.service()).path("fields");
            deed.data().tree().forEach((option, value) -> {
                if (!FREE_DOMAINS.contains(deed.domain())) {
                    objections.addAll(option(deed, option, value, fields));
                }
                deed.targets().entities().forEach(entity -> objections.addAll(entity(entity, option, value)));
            });
        }
        return objections.stream().distinct().toList();
    }

    private List<String> option(Deed deed, String option, @Nullable Object value, JsonNode fields) {
        JsonNode field = field(fields, option);
        if (fields.isEmpty() || !fields.isObject()) {
            return List.of();
        }
        if (field.isMissingNode()) {
            return List.of(deed.name() + " has no option " + option);
        }
        List<String> objections = new ArrayList<>(range(
                deed.name() + "'s " + option,
                value,
                field.at("/selector/number/min"),
                field.at("/selector/number/max")));
        deed.targets().entities().forEach(entity -> {
            if (!isOffered(field.path("filter"), attributes.get(entity.value()))) {
                objections.add(entity + " does not offer " + option);
            }
        });
        return objections;
    }

    /** Options may stand in sections. */
    private static JsonNode field(JsonNode fields, String option) {
        if (fields.has(option)) {
            return fields.path(option);
        }
        for (JsonNode section : fields) {
            if (section.path("fields").has(option)) {
                return section.path("fields").path(option);
            }
        }
        return fields.path(option);
    }

    private static boolean isOffered(JsonNode filter, @Nullable JsonNode attributes) {
        if (attributes == null || filter.isMissingNode() || filter.isEmpty()) {
            return true;
        }
        if (filter.has("supported_features") && attributes.has("supported_features")) {
            long has = attributes.path("supported_features").asLong();
            for (JsonNode mask : filter.path("supported_features")) {
                if ((has & mask.asLong()) == mask.asLong()) {
                    return true;
                }
            }
            return false;
        }
        for (Map.Entry<String, JsonNode> needed : filter.path("attribute").properties()) {
            JsonNode has = attributes.path(needed.getKey());
            if (has.isArray() && !sharesOne(has, needed.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sharesOne(JsonNode has, JsonNode needed) {
        for (JsonNode one : has) {
            for (JsonNode other : needed) {
                if (one.asText().equals(other.asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<String> entity(EntityId entity, String option, @Nullable Object value) {
        JsonNode known = attributes.get(entity.value());
        if (known == null) {
            return List.of();
        }
        List<String> objections = new ArrayList<>();
        List<String> limits = LIMITS.getOrDefault(option, List.of());
        if (!limits.isEmpty()) {
            objections.addAll(
                    range(entity + "'s " + option, value, known.path(limits.getFirst()), known.path(limits.getLast())));
        }
        JsonNode list = known.path(LISTS.getOrDefault(option, ""));
        if (list.isArray()
                && !list.isEmpty()
                && value instanceof String text
                && isPlain(text)
                && !contains(list, text)) {
            objections.add(entity + " has no " + option + " \"" + text + "\"");
        }
        return objections;
    }

    private static boolean isPlain(String text) {
        return !text.contains("{{") && !text.contains("{%");
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode one : list) {
            if (one.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> range(String what, @Nullable Object value, JsonNode least, JsonNode most) {
        if (!(value instanceof Number number)) {
            return List.of();
        }
        boolean isBelow = least.isNumber() && number.doubleValue() < least.asDouble();
        boolean isAbove = most.isNumber() && number.doubleValue() > most.asDouble();
        return isBelow || isAbove
                ? List.of(what + " must be " + least.asText("any") + " to " + most.asText("any") + ", was: " + number)
                : List.of();
    }
}
