package io.homeiq.homeassistant.template.python;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's dictionaries on Java's maps, in order of insertion: 1, 1.0 and True are one key. */
public final class Dictionaries {

    private Dictionaries() {}

    /** The value of a key; null if there is none. */
    public static @Nullable Object get(Map<?, ?> map, Object key) {
        if (key instanceof String) {
            var found = map.get(key);
            return found != null || map.containsKey(key) ? Values.of(found) : null;
        }
        var wanted = Equality.key(key);
        for (var entry : map.entrySet()) {
            if (wanted.equals(Equality.key(Values.of(entry.getKey())))) {
                return Values.of(entry.getValue());
            }
        }
        return null;
    }

    /** Sets the value of a key; a key that is there keeps its form and place. */
    public static void put(Map<Object, Object> map, Object key, Object value) {
        if (!(key instanceof String)) {
            var wanted = Equality.key(key);
            for (var entry : map.entrySet()) {
                if (wanted.equals(Equality.key(entry.getKey()))) {
                    entry.setValue(value);
                    return;
                }
            }
        }
        map.put(key, value);
    }

    /** A copy that can be changed, its values as they are used here. */
    public static Map<Object, Object> copy(Map<?, ?> map) {
        var copy = new LinkedHashMap<Object, Object>();
        map.forEach((key, value) -> copy.put(Values.of(key), Values.of(value)));
        return copy;
    }
}
