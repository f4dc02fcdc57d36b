package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.python.Arithmetic;
import io.homeiq.homeassistant.template.python.Iteration;
import io.homeiq.homeassistant.template.python.Numbers;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Undefined;
import io.homeiq.homeassistant.template.python.Values;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Calculating. */
final class MathFunctions {

    private MathFunctions() {}

    static void register(Registry registry) {
        registry.value("e", Math.E).value("pi", Math.PI).value("tau", Math.PI * 2);
        real(registry, "sin", Math::sin);
        real(registry, "cos", Math::cos);
        real(registry, "tan", Math::tan);
        real(registry, "asin", Math::asin);
        real(registry, "acos", Math::acos);
        real(registry, "atan", Math::atan);
        real(registry, "sqrt", Math::sqrt);
        registry.both("log", "value base? default?", MathFunctions::logarithm);
        registry.filter("round", "value precision? method? default?", MathFunctions::round);
        registry.filter("abs", "value", call -> absolute(call.get(0)));
        calculated(registry, "add", Arithmetic.ADD);
        calculated(registry, "multiply", Arithmetic.MULTIPLY);
        bitwise(registry, "bitwise_and", BigInteger::and);
        bitwise(registry, "bitwise_or", BigInteger::or);
        bitwise(registry, "bitwise_xor", BigInteger::xor);
        registry.both("clamp", "value min_value max_value", MathFunctions::clamp);
        registry.both("wrap", "value min_value max_value", MathFunctions::wrap);
        registry.filter("ordinal", "value", call -> ordinal(Text.str(call.get(0))));
    }

    private static void real(Registry registry, String name, DoubleUnaryOperator function) {
        registry.both(
                name,
                "value default?",
                call -> Conversions.orDefault(name, call, 1, () -> {
                    var value = Numbers.toFloat(call.get(0));
                    var result = function.applyAsDouble(value);
                    if (Double.isNaN(result) && !Double.isNaN(value)) {
                        throw PythonError.value("expected a number in the domain of " + name);
                    }
                    return result;
                }));
    }

    private static Object logarithm(Registry.Call call) {
        return Conversions.orDefault("log", call, 2, () -> {
            var base = Numbers.toFloat(call.or(1, Math.E));
            var value = Numbers.toFloat(call.get(0));
            if (value <= 0 || base <= 0 || base == 1) {
                throw PythonError.value("expected a positive input");
            }
            var quotient = Math.log(value) / Math.log(base);
            return quotient;
        });
    }

    private static Object round(Registry.Call call) {
        return Conversions.orDefault("round", call, 3, () -> {
            var precision = Numbers.index(call.or(1, 0L));
            var multiplier = Numbers.toFloat(Arithmetic.POWER.of(10L, precision));
            var value = Numbers.toFloat(call.get(0));
            var method = call.or(2, "common");
            double rounded = switch (method instanceof String text ? text : "common") {
                case "ceil" -> Numbers.toFloat(whole(value * multiplier, true)) / multiplier;
                case "floor" -> Numbers.toFloat(whole(value * multiplier, false)) / multiplier;
                case "half" -> Numbers.round(finite(value * 2), 0) / 2;
                default -> Numbers.round(value, precision);
            };
            return precision == 0 ? Numbers.truncate(rounded) : (Object) rounded;
        });
    }

    private static Object whole(double value, boolean up) {
        return Numbers.truncate(up ? Math.ceil(value) : Math.floor(value));
    }

    private static double finite(double value) {
        Numbers.truncate(value);
        return value;
    }

    private static Object absolute(Object value) {
        return switch (value) {
            case Double number -> Math.abs(number);
            case Duration duration -> duration.abs();
            default ->
                Values.isNumber(value)
                        ? Values.integer(Numbers.bigInteger(value).abs())
                        : fail(value);
        };
    }

    private static Object fail(Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        throw PythonError.type("bad operand type for abs(): '" + Values.typeName(value) + "'");
    }

    private static void calculated(Registry registry, String name, Arithmetic operator) {
        registry.filter(
                name,
                "value amount default?",
                call -> Conversions.orDefault(
                        name, call, 2, () -> operator.of(Numbers.toFloat(call.get(0)), call.get(1))));
    }

    private static void bitwise(Registry registry, String name, BinaryOperator<BigInteger> operator) {
        registry.both(name, "first_value second_value", call -> {
            for (var operand : List.of(call.get(0), call.get(1))) {
                if (!Values.isInteger(operand) && !(operand instanceof Boolean)) {
                    throw PythonError.type("unsupported operand type(s) for " + name);
                }
            }
            var bits = operator.apply(Numbers.bigInteger(call.get(0)), Numbers.bigInteger(call.get(1)));
            return call.get(0) instanceof Boolean && call.get(1) instanceof Boolean
                    ? bits.signum() != 0
                    : Values.integer(bits);
        });
    }

    private static double number(Registry.Call call, int position) {
        try {
            return Numbers.toFloat(call.get(position));
        } catch (PythonError e) {
            if (e.kind() == PythonError.Kind.UNDEFINED) {
                throw e;
            }
            throw PythonError.value("function requires numeric arguments");
        }
    }

    private static Object clamp(Registry.Call call) {
        var value = number(call, 0);
        var low = number(call, 1);
        var high = number(call, 2);
        var upper = value < high ? value : high;
        return upper > low ? upper : low;
    }

    private static Object wrap(Registry.Call call) {
        var value = number(call, 0);
        var low = number(call, 1);
        var size = number(call, 2) - low;
        if (size == 0) {
            return low;
        }
        var wrapped = Arithmetic.modulo(value - low, size) + low;
        return size > 0 && wrapped >= number(call, 2) ? low : wrapped;
    }

    private static String ordinal(String number) {
        var tail = number.length() > 2 ? number.substring(number.length() - 2) : number;
        var last = Numbers.index(Numbers.toInteger(number.substring(Math.max(0, number.length() - 1))));
        var within = Numbers.index(Numbers.toInteger(tail));
        if (within >= 11 && within <= 13) {
            return number + "th";
        }
        return number + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
    }

    /** Python's {@code sum}, which makes up for what floats lose on the way (Neumaier). */
    static Object sum(List<Object> items, Object start) {
        var total = start;
        var lost = 0.0;
        for (var item : items) {
            if (total instanceof Double sum && item instanceof Double number) {
                var next = sum + number;
                lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
                total = next;
            } else {
                total = Arithmetic.ADD.of(total, item);
            }
        }
        return total instanceof Double sum && Double.isFinite(lost) ? sum + lost : total;
    }

    /** The items of the first argument, or all arguments. */
    static List<Object> items(Registry.Call call) {
        if (Iteration.isIterable(call.get(0))) {
            return Iteration.list(call.get(0));
        }
        if (call.arguments().rest().isEmpty()) {
            throw PythonError.type("'" + Values.typeName(call.get(0)) + "' object is not iterable");
        }
        var items = new ArrayList<Object>();
        items.add(call.get(0));
        items.addAll(call.arguments().rest());
        return items;
    }
}
