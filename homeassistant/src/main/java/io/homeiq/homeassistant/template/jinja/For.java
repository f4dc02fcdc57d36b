package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Callable;
import io.homeiq.homeassistant.template.python.HasAttributes;
import io.homeiq.homeassistant.template.python.Iteration;
import io.homeiq.homeassistant.template.python.Values;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code {% for %}}. Each pass has names of its own; what is set within is not seen behind it.
 *
 * @param filter which items count; null for all
 */
record For(Target target, Expression items, @Nullable Expression filter, boolean recursive, Body body)
        implements Statement {

    /** What is done with each item, and if there was none. */
    record Body(List<Statement> each, List<Statement> none) {}

    @Override
    public Flow run(Frame frame, Output output) {
        walk(frame, output, items.value(frame), 0);
        return Flow.NEXT;
    }

    private void walk(Frame frame, Output output, Object value, int depth) {
        var all = Iteration.over(value);
        Callable recursion = (positional, named) -> again(frame, positional.get(0), depth + 1);
        var loop = new Loop(filter == null ? all : kept(frame, all, filter), depth, recursive ? recursion : null);
        var any = false;
        while (loop.hasNext()) {
            any = true;
            var inner = frame.inner();
            target.assign(inner, loop.next());
            inner.set("loop", recursive ? new Recursive(loop) : loop);
            frame.render().step();
            if (Statement.all(body.each, inner, output) == Flow.BREAK) {
                return;
            }
        }
        if (!any) {
            Statement.all(body.none, frame.inner(), output);
        }
    }

    private String again(Frame frame, Object value, int depth) {
        frame.render().enter();
        var output = new Output(true);
        walk(frame, output, value, depth);
        frame.render().leave();
        return output.toString();
    }

    /** Decides about each item when the loop comes to it. */
    private Iterator<Object> kept(Frame frame, Iterator<Object> all, Expression condition) {
        return new Iterator<>() {
            private @Nullable Object ahead;

            @Override
            public boolean hasNext() {
                while (ahead == null && all.hasNext()) {
                    frame.render().step();
                    var inner = frame.inner();
                    var item = all.next();
                    target.assign(inner, item);
                    ahead = Values.isTrue(condition.value(inner)) ? item : null;
                }
                return ahead != null;
            }

            @Override
            public Object next() {
                if (!hasNext() || ahead == null) {
                    throw new NoSuchElementException();
                }
                var item = ahead;
                ahead = null;
                return item;
            }
        };
    }

    /** A loop that can be called for the items below. */
    private record Recursive(Loop loop) implements HasAttributes, Callable {
        @Override
        public String type() {
            return loop.type();
        }

        @Override
        public @Nullable Object attribute(String name) {
            return loop.attribute(name);
        }

        @Override
        public Object call(List<Object> positional, Map<String, Object> named) {
            return Objects.requireNonNull(loop.recursion()).call(positional, named);
        }
    }
}
