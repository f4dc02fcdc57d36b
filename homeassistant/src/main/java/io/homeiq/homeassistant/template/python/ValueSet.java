package io.homeiq.homeassistant.template.python;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's set: 1, 1.0 and True are one element. Its order here is that of insertion; Python's is arbitrary. */
public final class ValueSet extends AbstractSet<Object> {

    private final Map<Object, Object> byKey = new LinkedHashMap<>();

    /**
     * A set of these items.
     *
     * @throws PythonError if an item can be no element
     */
    public static ValueSet of(Iterable<Object> items) {
        var set = new ValueSet();
        items.forEach(set::add);
        return set;
    }

    @Override
    public boolean add(Object item) {
        return byKey.putIfAbsent(Equality.key(item), item) == null;
    }

    @Override
    public boolean contains(@Nullable Object item) {
        return item != null && byKey.containsKey(Equality.key(item));
    }

    @Override
    public Iterator<Object> iterator() {
        return byKey.values().iterator();
    }

    @Override
    public int size() {
        return byKey.size();
    }
}
