package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Callable;
import io.homeiq.homeassistant.template.python.HasAttributes;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Tuple;
import io.homeiq.homeassistant.template.python.Undefined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A macro's definition, and the block that a {@code call} hands over.
 *
 * @param defaults of the last parameters
 * @param used names that stand anywhere in the body
 */
record Macro(String name, List<String> parameters, List<Expression> defaults, List<Statement> body, Set<String> used) {

    /** {@code {% macro %}}: sets a name to something that can be called. */
    record Define(Macro macro) implements Statement {
        @Override
        public Flow run(Frame frame, Output output) {
            frame.set(macro.name, macro.in(frame));
            return Flow.NEXT;
        }
    }

    /** {@code {% call %}}: the block becomes {@code caller()} of the macro that is called. */
    record CallBlock(Macro block, Calls.Call call) implements Statement {
        @Override
        public Flow run(Frame frame, Output output) {
            output.add(Text.str(call.call(frame, Map.of("caller", block.in(frame)))));
            return Flow.NEXT;
        }
    }

    /** The macro as a value; it sees the names around its definition. */
    Callable in(Frame frame) {
        return new Bound(this, frame);
    }

    private record Bound(Macro macro, Frame frame) implements Callable, HasAttributes {
        @Override
        public Object call(List<Object> positional, Map<String, Object> named) {
            frame.render().enter();
            var text = Statement.text(macro.body, macro.arguments(frame.inner(), positional, named));
            frame.render().leave();
            return text;
        }

        @Override
        public String type() {
            return "Macro";
        }

        @Override
        public @Nullable Object attribute(String attribute) {
            return switch (attribute) {
                case "name" -> macro.name;
                case "arguments" -> new Tuple(List.copyOf(macro.parameters));
                default -> null;
            };
        }
    }

    private Frame arguments(Frame inner, List<Object> positional, Map<String, Object> named) {
        var left = new LinkedHashMap<>(named);
        for (var i = 0; i < parameters.size(); i++) {
            var parameter = parameters.get(i);
            var given = i < positional.size() ? positional.get(i) : left.get(parameter);
            if (given != null && i >= positional.size()) {
                left.remove(parameter);
            }
            inner.set(parameter, given == null ? missing(inner, i) : given);
        }
        more(inner, positional, left);
        return inner;
    }

    private Object missing(Frame inner, int position) {
        var at = position - (parameters.size() - defaults.size());
        if (at >= 0) {
            return defaults.get(at).value(inner);
        }
        return new Undefined("parameter '" + parameters.get(position) + "' was not provided");
    }

    private void more(Frame inner, List<Object> positional, Map<String, Object> left) {
        if (used.contains("caller") && !parameters.contains("caller")) {
            var caller = left.remove("caller");
            inner.set("caller", caller == null ? new Undefined("No caller defined") : caller);
        }
        if (used.contains("kwargs")) {
            inner.set("kwargs", new LinkedHashMap<Object, Object>(left));
        } else if (left.containsKey("caller")) {
            throw PythonError.type("macro '" + name + "' was invoked with two values for the special caller argument.");
        } else if (!left.isEmpty()) {
            throw PythonError.type("macro '" + name + "' takes no keyword argument '"
                    + left.keySet().iterator().next() + "'");
        }
        var rest = positional.subList(Math.min(parameters.size(), positional.size()), positional.size());
        if (used.contains("varargs")) {
            inner.set("varargs", new Tuple(rest));
        } else if (!rest.isEmpty()) {
            throw PythonError.type("macro '" + name + "' takes not more than " + parameters.size() + " argument(s)");
        }
    }
}
