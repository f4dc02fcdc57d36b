package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.rule.Verbatim;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one element of an automation while it is read. An element is understood only if each field was taken:
 * what is left says something that the rule model cannot.
 */
final class Fields {

    private final Map<String, @Nullable Object> rest;

    /** @param tree not changed */
    Fields(Map<String, @Nullable Object> tree) {
        rest = new LinkedHashMap<>(tree);
        if (Boolean.TRUE.equals(rest.get("enabled"))) {
            rest.remove("enabled");
        }
    }

    boolean has(String key) {
        return rest.containsKey(key);
    }

    @Nullable
    Object take(String key) {
        return rest.remove(key);
    }

    /** The value of the first of these keys that is there: one thing has had several names over the years. */
    @Nullable
    Object takeFirst(String newer, String older) {
        return rest.containsKey(newer) ? rest.remove(newer) : rest.remove(older);
    }

    /** Leaves out what means the same as nothing. */
    void drop(String key, @Nullable Object value) {
        if (rest.containsKey(key) && Objects.equals(rest.get(key), value)) {
            rest.remove(key);
        }
    }

    /** What stands under the key, the default if there is no such key, and nothing if it cannot be understood. */
    <T> Optional<T> optional(String key, T absent, Function<@Nullable Object, Optional<T>> reader) {
        return rest.containsKey(key) ? reader.apply(rest.remove(key)) : Optional.of(absent);
    }

    /** Puts a field back that was taken. */
    void keep(String key, @Nullable Object value) {
        rest.put(key, value);
    }

    boolean isExhausted() {
        return rest.isEmpty();
    }

    /** The fields not taken, in their order. */
    Verbatim rest() {
        return new Verbatim(rest);
    }
}
