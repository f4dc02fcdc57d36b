package io.homeiq.homeassistant.template.python;

import java.util.AbstractList;
import java.util.List;

/** What {@code keys()}, {@code values()} and {@code items()} of a dictionary give: it has a length, but no positions. */
public final class View extends AbstractList<Object> {

    private final String type;
    private final List<Object> items;

    /** @param type such as {@code dict_keys} */
    public View(String type, List<Object> items) {
        this.type = type;
        this.items = items;
    }

    public String type() {
        return type;
    }

    @Override
    public Object get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
