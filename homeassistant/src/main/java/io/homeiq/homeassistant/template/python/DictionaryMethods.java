package io.homeiq.homeassistant.template.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Methods of dictionaries. */
final class DictionaryMethods {

    static final Methods<Map<?, ?>> ALL = ListMethods.changing(
                    new Methods<Map<?, ?>>("dict", "fromkeys"), "dict", "clear pop popitem setdefault update")
            .method("get", "key default?", (map, arguments) -> {
                var found = Dictionaries.get(map, arguments.get(0));
                return found == null ? arguments.or(1, None.NONE) : found;
            })
            .method("keys", "", (map, arguments) -> new View("dict_keys", Iteration.list(map)))
            .method("values", "", (map, arguments) -> new View("dict_values", values(map)))
            .method("items", "", (map, arguments) -> new View("dict_items", items(map)))
            .method("copy", "", (map, arguments) -> Dictionaries.copy(map));

    private DictionaryMethods() {}

    private static List<Object> values(Map<?, ?> map) {
        var values = new ArrayList<Object>();
        map.values().forEach(value -> values.add(Values.of(value)));
        return values;
    }

    /** Pairs of key and value. */
    static List<Object> items(Map<?, ?> map) {
        var items = new ArrayList<Object>();
        map.forEach((key, value) -> items.add(Tuple.of(Values.of(key), Values.of(value))));
        return items;
    }
}
