package io.homeiq.homeassistant.template.python;

import org.jspecify.annotations.Nullable;

/** A value of the host with attributes of its own, such as a state. Never equal to another value unless it says so. */
public interface HasAttributes {

    /** Python's name of its class. */
    String type();

    /**
     * Its attribute; null if it has none of that name.
     *
     * @throws Unsupported for one that exists and that we do not have
     */
    @Nullable
    Object attribute(String name);

    /** Its item as in {@code x['name']}; null if there is none. Most have the same as attributes. */
    default @Nullable Object item(Object key) {
        return key instanceof String name ? attribute(name) : null;
    }
}
