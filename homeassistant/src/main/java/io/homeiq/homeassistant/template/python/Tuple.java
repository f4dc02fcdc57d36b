package io.homeiq.homeassistant.template.python;

import java.util.AbstractList;
import java.util.List;

/** Python's tuple: a list that is never equal to a list, and can be a key. */
public class Tuple extends AbstractList<Object> {

    private final List<Object> items;

    public Tuple(List<Object> items) {
        this.items = List.copyOf(items);
    }

    public static Tuple of(Object... items) {
        return new Tuple(List.of(items));
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
