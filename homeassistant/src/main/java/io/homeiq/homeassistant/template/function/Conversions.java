package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.python.Markup;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.Numbers;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.homeassistant.template.python.Values;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Conversions that give a default where Python would raise an error. */
final class Conversions {

    private static final Map<String, Boolean> TRUTHS = Map.of(
            "1", true, "true", true, "yes", true, "on", true, "enable", true, "0", false, "false", false, "no", false,
            "off", false, "disable", false);

    private Conversions() {}

    static void register(Registry registry) {
        registry.both(
                "float", "value default?", call -> orDefault("float", call, 1, () -> Numbers.toFloat(call.get(0))));
        registry.both("int", "value default? base?", Conversions::integer);
        registry.both("bool", "value default?", Conversions::truth);
        registry.both("is_number", "value", call -> isNumber(call.get(0)));
        registry.test("is_number", "value", call -> isNumber(call.get(0)));
        registry.both("iif", "value if_true? if_false? if_none?", Conversions::choice);
        registry.both("typeof", "value", call -> Values.typeName(call.get(0)));
    }

    /** What the supplier gives; the argument at a position where that fails as conversions do. */
    static Object orDefault(String function, Registry.Call call, int position, Supplier<Object> value) {
        try {
            return value.get();
        } catch (PythonError e) {
            if (!e.isConversion()) {
                throw e;
            }
            return otherwise(function, call.get(0), call.has(position) ? call.get(position) : null);
        }
    }

    /** The default, or the error that there is none. */
    static Object otherwise(String function, Object value, @Nullable Object otherwise) {
        if (otherwise == null) {
            throw PythonError.value("Template error: " + function + " got invalid input '" + shown(value)
                    + "' but no default was specified");
        }
        return otherwise;
    }

    private static String shown(Object value) {
        try {
            return Text.str(value);
        } catch (Unsupported e) {
            return Values.typeName(value);
        }
    }

    private static Object integer(Registry.Call call) {
        var value = call.get(0) instanceof Markup markup ? markup.text() : call.get(0);
        if (value instanceof String text) {
            var base = (int) Numbers.index(call.or(2, 10L));
            var number = Numbers.parseInteger(text, base);
            if (number != null) {
                return number;
            }
        }
        return orDefault(
                "int",
                call,
                1,
                () -> value instanceof String ? Numbers.truncate(Numbers.toFloat(value)) : Numbers.toInteger(value));
    }

    private static Object truth(Registry.Call call) {
        var value = call.get(0);
        if (value instanceof Boolean) {
            return value;
        }
        var known = value instanceof String text
                ? TRUTHS.get(text.toLowerCase(Locale.ROOT).strip())
                : null;
        if (known != null) {
            return known;
        }
        return Values.isNumber(value)
                ? Values.isTrue(value)
                : otherwise("bool", value, call.has(1) ? call.get(1) : null);
    }

    private static boolean isNumber(Object value) {
        try {
            return Double.isFinite(Numbers.toFloat(value));
        } catch (PythonError e) {
            if (!e.isConversion()) {
                throw e;
            }
            return false;
        }
    }

    private static Object choice(Registry.Call call) {
        if (call.get(0) == None.NONE && call.has(3)) {
            return call.get(3);
        }
        return Values.isTrue(call.get(0)) ? call.or(1, true) : call.or(2, false);
    }
}
