package io.homeiq.homeassistant.deploy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two automations say the same. Home Assistant's editor, when it saves without a change, may write keys in another order,
 * today's names for old ones, and defaults: none of that counts.
 */
final class ContentHash {

    private static final Map<String, String> TODAYS_ROOT_KEYS =
            Map.of("trigger", "triggers", "condition", "conditions", "action", "actions");
    private static final List<String> LISTS = List.of("triggers", "conditions", "actions");

    private ContentHash() {}

    /** SHA-256 in hexadecimal of the automation in its normal form. */
    static String of(Map<String, ? extends @Nullable Object> tree) {
        StringBuilder text = new StringBuilder();
        write(normal(tree), text);
        return of(text.toString());
    }

    /** SHA-256 in hexadecimal of the text. */
    static String of(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The keys at the root whose values differ, in order. */
    static Set<String> differences(
            Map<String, ? extends @Nullable Object> one, Map<String, ? extends @Nullable Object> other) {
        Map<String, @Nullable Object> first = normal(one);
        Map<String, @Nullable Object> second = normal(other);
        Set<String> keys = new TreeSet<>(first.keySet());
        keys.addAll(second.keySet());
        keys.removeIf(key -> Objects.equals(text(first.get(key)), text(second.get(key))));
        return keys;
    }

    private static String text(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static Map<String, @Nullable Object> normal(Map<String, ? extends @Nullable Object> tree) {
        Map<String, @Nullable Object> normal = new TreeMap<>();
        normal.put("description", "");
        normal.put("conditions", List.of());
        normal.put("mode", "single");
        tree.forEach((key, value) -> normal.put(TODAYS_ROOT_KEYS.getOrDefault(key, key), value));
        normal.remove("id");
        if (normal.get("description") == null) {
            normal.put("description", "");
        }
        LISTS.forEach(key -> normal.computeIfPresent(key, (same, value) -> normalParts(key, value)));
        return normal;
    }

    private static List<@Nullable Object> normalParts(String key, Object value) {
        List<?> parts = value instanceof List<?> list ? list : List.of(value);
        List<@Nullable Object> normal = new ArrayList<>();
        for (Object part : parts) {
            normal.add(
                    switch (key) {
                        case "triggers" -> renamed(part, "platform", "trigger");
                        case "actions" -> renamed(part, "service", "action");
                        default -> part;
                    });
        }
        return normal;
    }

    private static @Nullable Object renamed(@Nullable Object part, String old, String today) {
        if (!(part instanceof Map<?, ?> map) || !map.containsKey(old) || map.containsKey(today)) {
            return part;
        }
        Map<Object, @Nullable Object> copy = new TreeMap<>();
        map.forEach((key, value) -> copy.put(key.equals(old) ? today : key, value));
        return copy;
    }

    /** JSON with sorted keys, numbers by value. */
    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> {
                out.append('{');
                Map<String, @Nullable Object> sorted = new TreeMap<>();
                map.forEach((key, inner) -> sorted.put(String.valueOf(key), inner));
                sorted.forEach((key, inner) -> {
                    quoted(key, out);
                    out.append(':');
                    write(inner, out);
                    out.append(',');
                });
                out.append('}');
            }
            case List<?> list -> {
                out.append('[');
                list.forEach(inner -> {
                    write(inner, out);
                    out.append(',');
                });
                out.append(']');
            }
            case Number number ->
                out.append(
                        new BigDecimal(number.toString()).stripTrailingZeros().toPlainString());
            case Boolean flag -> out.append(flag);
            default -> quoted(value.toString(), out);
        }
    }

    private static void quoted(String text, StringBuilder out) {
        out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
