package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.HasAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jinja's {@code namespace()}: the one value whose attributes a template can set, also from within a loop. */
public final class Namespace implements HasAttributes {

    private final Map<String, Object> values;

    public Namespace(Map<String, Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    void set(String name, Object value) {
        values.put(name, value);
    }

    @Override
    public String type() {
        return "Namespace";
    }

    @Override
    public @Nullable Object attribute(String name) {
        return values.get(name);
    }
}
