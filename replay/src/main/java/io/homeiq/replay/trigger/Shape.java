package io.homeiq.replay.trigger;

import io.homeiq.replay.value.Equality;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the data of an event have what a trigger asks for; more does no harm. */
final class Shape {

    private Shape() {}

    /** All entries are there and equal. */
    static boolean holds(Map<?, ?> data, Map<?, ?> wanted) {
        return wanted.entrySet().stream()
                .allMatch(entry ->
                        data.containsKey(entry.getKey()) && Equality.same(data.get(entry.getKey()), entry.getValue()));
    }

    /** The same, where mappings are looked into, and a list says which values may stand in a list. */
    static boolean fits(Map<?, ?> data, Map<?, ?> wanted) {
        return wanted.entrySet().stream()
                .allMatch(entry ->
                        data.containsKey(entry.getKey()) && fitsValue(data.get(entry.getKey()), entry.getValue()));
    }

    private static boolean fitsValue(@Nullable Object value, @Nullable Object wanted) {
        if (wanted instanceof Map<?, ?> inner) {
            return value instanceof Map<?, ?> map && fits(map, inner);
        }
        if (wanted instanceof List<?> options) {
            return value instanceof List<?> list
                    && list.stream().allMatch(entry -> options.stream().anyMatch(option -> fitsValue(entry, option)));
        }
        return Equality.same(value, wanted);
    }
}
