package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Attributes;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Subscript;
import io.homeiq.homeassistant.template.python.Undefined;
import io.homeiq.homeassistant.template.python.Values;
import org.jspecify.annotations.Nullable;

/** Names, and what values hold. */
public final class Access {

    private Access() {}

    record Name(String name) implements Expression {
        @Override
        public Object value(Frame frame) {
            return frame.get(name);
        }
    }

    record Attribute(Expression of, String name) implements Expression {
        @Override
        public Object value(Frame frame) {
            frame.render().step();
            return attribute(of.value(frame), name);
        }
    }

    record Item(Expression of, Expression key) implements Expression {
        @Override
        public Object value(Frame frame) {
            frame.render().step();
            return item(of.value(frame), key.value(frame));
        }
    }

    record Slice(
            Expression of,
            @Nullable Expression from,
            @Nullable Expression to,
            @Nullable Expression step) implements Expression {
        @Override
        public Object value(Frame frame) {
            var value = of.value(frame);
            var part = Subscript.slice(value, bound(from, frame), bound(to, frame), bound(step, frame));
            if (value instanceof Undefined undefined) {
                throw undefined.error();
            }
            if (part == null) {
                throw PythonError.type("'" + Values.typeName(value) + "' object is not subscriptable");
            }
            return part;
        }

        private static Object bound(@Nullable Expression bound, Frame frame) {
            return bound == null ? None.NONE : bound.value(frame);
        }
    }

    /** {@code value.name}: an attribute, else an item. */
    static Object attribute(Object value, String name) {
        if (name.startsWith("_")) {
            return guarded(value, name);
        }
        var found = Attributes.of(value, name);
        if (found == null) {
            found = Subscript.item(value, name);
        }
        return found == null ? Undefined.attribute(value, name) : found;
    }

    /** {@code value[key]}: an item, else an attribute. */
    public static Object item(Object value, Object key) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        var found = Subscript.item(value, key);
        if (found == null && key instanceof String name) {
            found = name.startsWith("_") ? guarded(value, name) : Attributes.of(value, name);
        }
        return found == null ? Undefined.attribute(value, String.valueOf(key)) : found;
    }

    private static Object guarded(Object value, String name) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        var item = Subscript.item(value, name);
        if (item != null) {
            return item;
        }
        if (name.startsWith("__")) {
            throw new PythonError(PythonError.Kind.SECURITY, "access to attribute '" + name + "' is unsafe.");
        }
        return Undefined.attribute(value, name);
    }
}
