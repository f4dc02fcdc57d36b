package io.homeiq.homeassistant.template.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's {@code value[position]} and {@code value[from:to:step]}. */
public final class Subscript {

    private Subscript() {}

    /**
     * One item; null if there is none, or none of that kind.
     *
     * @throws PythonError if the key can be no key
     */
    public static @Nullable Object item(Object value, Object key) {
        return switch (value) {
            case Map<?, ?> map -> key instanceof List<?> && !(key instanceof Tuple) ? null : Dictionaries.get(map, key);
            case String text -> isPosition(key) ? character(text, Numbers.index(key)) : null;
            case View view -> null;
            case List<?> list -> isPosition(key) ? at(list, Numbers.index(key)) : null;
            case HasAttributes host -> host.item(key);
            default -> null;
        };
    }

    private static boolean isPosition(Object key) {
        return Values.isInteger(key) || key instanceof Boolean;
    }

    private static @Nullable Object at(List<?> list, long position) {
        var index = position < 0 ? position + list.size() : position;
        return index < 0 || index >= list.size() ? null : Values.of(list.get((int) index));
    }

    private static @Nullable Object character(String text, long position) {
        var length = Values.length(text);
        var index = position < 0 ? position + length : position;
        if (index < 0 || index >= length) {
            return null;
        }
        return Character.toString(text.codePointAt(text.offsetByCodePoints(0, (int) index)));
    }

    /** A part; missing bounds are {@link None}. Null if the value has no parts. */
    public static @Nullable Object slice(Object value, Object from, Object to, Object step) {
        return switch (value) {
            case String text ->
                String.join(
                        "",
                        part(Iteration.characters(text), from, to, step).stream()
                                .map(String.class::cast)
                                .toList());
            case View view -> null;
            case Tuple tuple -> new Tuple(part(Iteration.list(tuple), from, to, step));
            case Range range -> throw new Unsupported("a part of a range");
            case List<?> list -> part(Iteration.list(list), from, to, step);
            default -> null;
        };
    }

    private static List<Object> part(List<Object> items, Object from, Object to, Object step) {
        var by = step == None.NONE ? 1 : Numbers.index(step);
        if (by == 0) {
            throw PythonError.value("slice step cannot be zero");
        }
        long size = items.size();
        var start = from == None.NONE ? (by > 0 ? 0 : size - 1) : bound(Numbers.index(from), size, by);
        var end = to == None.NONE ? (by > 0 ? size : -1) : bound(Numbers.index(to), size, by);
        var part = new ArrayList<Object>();
        for (var i = start; by > 0 ? i < end : i > end; i += by) {
            part.add(items.get((int) i));
        }
        return part;
    }

    private static long bound(long position, long size, long step) {
        var index = position < 0 ? position + size : position;
        return step > 0 ? Math.clamp(index, 0, size) : Math.clamp(index, -1, size - 1);
    }
}
