package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Callable;
import io.homeiq.homeassistant.template.python.Equality;
import io.homeiq.homeassistant.template.python.HasAttributes;
import io.homeiq.homeassistant.template.python.Numbers;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Tuple;
import io.homeiq.homeassistant.template.python.Undefined;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jinja's {@code loop}: where in its items a loop is. Looks ahead only if it is asked for what comes. */
final class Loop implements HasAttributes {

    private final Iterator<Object> items;
    private final int depth;
    private final @Nullable Callable recursion;
    private final Deque<Object> ahead = new ArrayDeque<>();
    private long index = -1;
    private @Nullable Object previous;
    private @Nullable Object current;
    private @Nullable Object changed;

    /** @param recursion what {@code loop(…)} does; null where the loop is not recursive */
    Loop(Iterator<Object> items, int depth, @Nullable Callable recursion) {
        this.items = items;
        this.depth = depth;
        this.recursion = recursion;
    }

    @Nullable
    Callable recursion() {
        return recursion;
    }

    boolean hasNext() {
        return !ahead.isEmpty() || items.hasNext();
    }

    Object next() {
        var next = ahead.isEmpty() ? items.next() : ahead.removeFirst();
        previous = current;
        current = next;
        index++;
        return next;
    }

    private long length() {
        while (items.hasNext()) {
            ahead.addLast(items.next());
        }
        return index + 1 + ahead.size();
    }

    private Object nextItem() {
        if (ahead.isEmpty() && items.hasNext()) {
            ahead.addLast(items.next());
        }
        return ahead.isEmpty() ? new Undefined("there is no next item") : ahead.getFirst();
    }

    @Override
    public String type() {
        return "LoopContext";
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "index" -> index + 1;
            case "index0" -> index;
            case "first" -> index == 0;
            case "last" -> !hasNext();
            case "length" -> length();
            case "revindex" -> length() - index;
            case "revindex0" -> length() - index - 1;
            case "previtem" -> previous == null ? new Undefined("there is no previous item") : previous;
            case "nextitem" -> nextItem();
            case "depth" -> depth + 1L;
            case "depth0" -> (long) depth;
            case "cycle" -> (Callable) (values, named) -> cycled(values);
            case "changed" -> (Callable) (values, named) -> isChanged(new Tuple(values));
            default -> null;
        };
    }

    private Object cycled(List<Object> values) {
        if (values.isEmpty()) {
            throw PythonError.type("no items for cycling given");
        }
        return values.get((int) Math.floorMod(Numbers.index(index), (long) values.size()));
    }

    private boolean isChanged(Tuple value) {
        var before = changed;
        changed = value;
        return before == null || !Equality.equal(before, value);
    }
}
