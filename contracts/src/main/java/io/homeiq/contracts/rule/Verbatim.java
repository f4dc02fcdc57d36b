package io.homeiq.contracts.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an automation exactly as it was read, in the order it was read: what the rule model cannot say is carried
 * in this and written back unchanged.
 *
 * @param tree JSON-like: keys are text; values text, numbers, booleans, null, lists and maps of these. Deeply copied and immutable
 */
public record Verbatim(Map<String, @Nullable Object> tree) {

    /** Nothing was written there. */
    public static final Verbatim EMPTY = new Verbatim(Map.of());

    /** Written out, because in a compact constructor the compiler loses the annotation within the type. */
    public Verbatim(Map<String, @Nullable Object> tree) {
        this.tree = copyOf(tree);
    }

    private static Map<String, @Nullable Object> copyOf(Map<?, ?> source) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        source.forEach((key, value) -> copy.put(String.valueOf(key), copyOfValue(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object copyOfValue(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> copyOf(map);
            case List<?> list -> copyOf(list);
            case String text -> text;
            case Number number -> number;
            case Boolean flag -> flag;
            default ->
                throw new IllegalArgumentException(
                        "a verbatim tree cannot hold a " + value.getClass().getName());
        };
    }

    private static List<@Nullable Object> copyOf(List<?> source) {
        List<@Nullable Object> copy = new ArrayList<>(source.size());
        source.forEach(value -> copy.add(copyOfValue(value)));
        return Collections.unmodifiableList(copy);
    }
}
