package io.homeiq.homeassistant.template.python;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes of one Python class: what we have, and the names of what we do not have. */
final class Methods<T> {

    private final String type;
    private final Map<String, Attribute<T>> attributes = new HashMap<>();
    private final Set<String> beyond;

    /** @param beyond names that Python has and that are unsupported here, with blanks between */
    Methods(String type, String beyond) {
        this.type = type;
        this.beyond = Set.of(beyond.split(" "));
    }

    /** What an attribute gives. */
    interface Attribute<T> {
        Object of(T value);
    }

    /** What a method does. */
    interface Body<T> {
        Object call(T value, Signature.Arguments arguments);
    }

    Methods<T> field(String name, Attribute<T> attribute) {
        attributes.put(name, attribute);
        return this;
    }

    Methods<T> method(String name, String parameters, Body<T> body) {
        var signature = Signature.of(name, parameters);
        return field(name, value ->
                (Callable) (positional, named) -> body.call(value, signature.bind(positional, named)));
    }

    /** Null if Python has no such attribute either. */
    @Nullable
    Object get(T value, String name) {
        var attribute = attributes.get(name);
        if (attribute != null) {
            return attribute.of(value);
        }
        if (beyond.contains(name)) {
            throw new Unsupported(type + "." + name);
        }
        return null;
    }
}
