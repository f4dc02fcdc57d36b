package io.homeiq.homeassistant.template.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Going through a value, as Python's {@code for} does. */
public final class Iteration {

    private Iteration() {}

    /**
     * The value's items, one after the other; a generator's only once.
     *
     * @throws PythonError if the value cannot be gone through
     */
    public static Iterator<Object> over(Object value) {
        var items = overOrNull(value);
        if (items == null) {
            throw PythonError.type("'" + Values.typeName(value) + "' object is not iterable");
        }
        return items;
    }

    public static boolean isIterable(Object value) {
        return overOrNull(value) != null;
    }

    private static @Nullable Iterator<Object> overOrNull(Object value) {
        return switch (value) {
            case String text -> characters(text).iterator();
            case Generator generator -> generator.items();
            case Map<?, ?> map -> adapted(map.keySet().iterator());
            case List<?> list -> adapted(list.iterator());
            case Set<?> set -> adapted(set.iterator());
            case Undefined undefined -> Collections.emptyIterator();
            case Walkable walkable -> walkable.items();
            case Markup markup -> throw new Unsupported("going through the text of tojson");
            default -> null;
        };
    }

    /** Something of the host that can be gone through. */
    public interface Walkable {
        Iterator<Object> items();
    }

    /** All items as a new list. */
    public static List<Object> list(Object value) {
        var list = new ArrayList<Object>();
        over(value).forEachRemaining(list::add);
        return list;
    }

    /** The characters, each a text of its own. */
    public static List<Object> characters(String text) {
        var list = new ArrayList<Object>(text.length());
        text.codePoints().forEach(point -> list.add(Character.toString(point)));
        return list;
    }

    private static Iterator<Object> adapted(Iterator<?> items) {
        return map(items, Values::of);
    }

    /** Each item through a function, as it is asked for. */
    public static <T extends @Nullable Object> Iterator<Object> map(Iterator<T> items, Function<T, Object> function) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Object next() {
                return function.apply(items.next());
            }
        };
    }
}
