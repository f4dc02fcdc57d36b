package io.homeiq.homeassistant.template.python;

import java.util.Iterator;

/** What {@code map}, {@code select} and their like give: it can be gone through once, and has no length. */
public final class Generator {

    private final Iterator<Object> items;

    public Generator(Iterator<Object> items) {
        this.items = items;
    }

    public Iterator<Object> items() {
        return items;
    }
}
