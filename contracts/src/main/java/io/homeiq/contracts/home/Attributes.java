package io.homeiq.contracts.home;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entity tells beside its state, such as brightness or a unit. Values are JSON-like: text, numbers, booleans,
 * null, lists and maps of these.
 *
 * @param values not copied, because most events of a history share few distinct ones; whoever builds it no longer changes it
 */
public record Attributes(Map<String, @Nullable Object> values) {

    /** Nothing is told beside the state. */
    public static final Attributes NONE = new Attributes(Map.of());

    /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
    public Attributes(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** The text under the key, or null if there is none or it is no text. */
    public @Nullable String text(String key) {
        return values.get(key) instanceof String text ? text : null;
    }

    /** The number under the key, or null if there is none or it is no number. */
    public @Nullable Double number(String key) {
        return values.get(key) instanceof Number number ? number.doubleValue() : null;
    }

    /** The texts of the list under the key; empty if there is no list. */
    public List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
