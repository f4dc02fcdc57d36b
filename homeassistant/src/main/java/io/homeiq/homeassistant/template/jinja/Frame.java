package io.homeiq.homeassistant.template.jinja;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that are set in one block; those of the blocks around it can be read. */
final class Frame {

    private final Render render;
    private final @Nullable Frame outer;
    private final Map<String, Object> names = new HashMap<>();

    private Frame(Render render, @Nullable Frame outer) {
        this.render = render;
        this.outer = outer;
    }

    static Frame of(Render render) {
        return new Frame(render, null);
    }

    Frame inner() {
        return new Frame(render, this);
    }

    Render render() {
        return render;
    }

    void set(String name, Object value) {
        names.put(name, value);
    }

    Object get(String name) {
        for (var frame = this; frame != null; frame = frame.outer) {
            var value = frame.names.get(name);
            if (value != null) {
                return value;
            }
        }
        return render.name(name);
    }
}
