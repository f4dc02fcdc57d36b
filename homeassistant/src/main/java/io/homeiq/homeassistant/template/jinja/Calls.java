package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Callable;
import io.homeiq.homeassistant.template.python.Iteration;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Undefined;
import io.homeiq.homeassistant.template.python.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls of functions, filters and tests. */
final class Calls {

    private Calls() {}

    /**
     * What stands within the brackets.
     *
     * @param list behind a single star
     * @param map behind two stars
     */
    record Given(
            List<Expression> positional,
            Map<String, Expression> named,
            @Nullable Expression list,
            @Nullable Expression map) {

        static final Given NOTHING = new Given(List.of(), Map.of(), null, null);

        List<Object> positional(Frame frame) {
            var values = Literals.values(positional, frame);
            if (list != null) {
                values.addAll(Iteration.list(list.value(frame)));
            }
            return values;
        }

        Map<String, Object> named(Frame frame) {
            if (named.isEmpty() && map == null) {
                return Map.of();
            }
            var values = new LinkedHashMap<String, Object>();
            named.forEach((name, value) -> values.put(name, value.value(frame)));
            if (map != null) {
                if (!(map.value(frame) instanceof Map<?, ?> more)) {
                    throw PythonError.type("argument after ** must be a mapping");
                }
                more.forEach((key, value) -> values.put(Text.str(Values.of(key)), Values.of(value)));
            }
            return values;
        }
    }

    record Call(Expression function, Given given) implements Expression {
        @Override
        public Object value(Frame frame) {
            return call(frame, Map.of());
        }

        /** @param more named arguments beside those in the brackets */
        Object call(Frame frame, Map<String, Object> more) {
            frame.render().step();
            var called = function.value(frame);
            if (called instanceof Undefined undefined) {
                throw undefined.error();
            }
            if (!(called instanceof Callable callable)) {
                throw PythonError.type("'" + Values.typeName(called) + "' object is not callable");
            }
            var named = new LinkedHashMap<>(given.named(frame));
            named.putAll(more);
            return callable.call(given.positional(frame), named);
        }
    }

    /** A filter. The value that it is applied to is null only at the head of a block. */
    record Filtered(
            String name,
            Library.@Nullable Filter filter,
            @Nullable Expression operand,
            Given given) implements Expression {
        @Override
        public Object value(Frame frame) {
            return apply(frame, Objects.requireNonNull(operand).value(frame));
        }

        /** Where the filter stands at the head of a block, or at the end of a chain that does. */
        Object ofBlock(Frame frame, Object text) {
            return apply(frame, operand instanceof Filtered inner ? inner.ofBlock(frame, text) : text);
        }

        private Object apply(Frame frame, Object value) {
            frame.render().step();
            if (filter == null) {
                throw Render.missing("filter", name);
            }
            return filter.apply(frame.render(), with(value, given.positional(frame)), given.named(frame));
        }
    }

    record Tested(String name, Library.@Nullable Filter test, Expression operand, Given given) implements Expression {
        @Override
        public Object value(Frame frame) {
            frame.render().step();
            if (test == null) {
                throw Render.missing("test", name);
            }
            return test.apply(frame.render(), with(operand.value(frame), given.positional(frame)), given.named(frame));
        }
    }

    private static List<Object> with(Object value, List<Object> positional) {
        var all = new ArrayList<Object>();
        all.add(value);
        all.addAll(positional);
        return all;
    }
}
