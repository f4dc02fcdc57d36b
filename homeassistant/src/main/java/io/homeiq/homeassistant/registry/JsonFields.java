package io.homeiq.homeassistant.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Single fields of Home Assistant's JSON, of which any may be missing or null. */
final class JsonFields {

    private JsonFields() {}

    /** The first of these fields that holds a text; null if none does. */
    static @Nullable String text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null && value.isTextual() && !value.textValue().isEmpty()) {
                return value.textValue();
            }
        }
        return null;
    }

    static @Nullable Double number(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value != null && value.isNumber() ? value.doubleValue() : null;
    }

    static boolean flag(JsonNode node, String name, boolean absent) {
        JsonNode value = node.get(name);
        return value != null && value.isBoolean() ? value.booleanValue() : absent;
    }

    /** Whether the field says anything, as {@code disabled_by} does of who did it. */
    static boolean isSet(JsonNode node, String name) {
        return node.hasNonNull(name);
    }

    /** The texts of a list; a null in it stands for a name that is made up, so it is passed over. */
    static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : items(node, name)) {
            if (value.isTextual()) {
                texts.add(value.textValue());
            }
        }
        return texts;
    }

    static Set<String> set(JsonNode node, String name) {
        return new LinkedHashSet<>(texts(node, name));
    }

    /** The entries of a list; none if there is no list. */
    static Iterable<JsonNode> items(JsonNode node, String name) {
        JsonNode list = node.get(name);
        return list != null && list.isArray() ? list : List.of();
    }
}
