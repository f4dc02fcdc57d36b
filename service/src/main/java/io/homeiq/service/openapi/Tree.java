package io.homeiq.service.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML and JSON as maps, lists and plain values, in the order of the text. */
final class Tree {

    private Tree() {}

    /** A file of the class path; JSON is YAML too. */
    static Map<String, @Nullable Object> read(String resource) {
        try (InputStream in = Tree.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + resource + " in the class path");
            }
            return object(new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** A copy of its top; empty if it is no object. */
    static Map<String, @Nullable Object> object(@Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> copy.put(String.valueOf(key), member));
        }
        return copy;
    }

    /** A copy of the list; empty if it is none. */
    static List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
    }

    /** The base with what the addition has beside it; where both have something, the addition's counts, objects aside. */
    static Map<String, @Nullable Object> merge(@Nullable Object base, @Nullable Object addition) {
        Map<String, @Nullable Object> merged = object(base);
        object(addition).forEach((key, value) -> {
            boolean both = merged.get(key) instanceof Map<?, ?> && value instanceof Map<?, ?>;
            merged.put(key, both ? merge(merged.get(key), value) : value);
        });
        return merged;
    }
}
