package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.python.Arithmetic;
import io.homeiq.homeassistant.template.python.Callable;
import io.homeiq.homeassistant.template.python.Equality;
import io.homeiq.homeassistant.template.python.Iteration;
import io.homeiq.homeassistant.template.python.Markup;
import io.homeiq.homeassistant.template.python.Moment;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.Order;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Tuple;
import io.homeiq.homeassistant.template.python.Undefined;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.homeassistant.template.python.Values;
import io.homeiq.homeassistant.template.python.View;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Jinja's tests: what stands behind {@code is}. */
final class Tests {

    private Tests() {}

    static void register(Registry registry) {
        kind(registry, "defined", value -> !(value instanceof Undefined));
        kind(registry, "undefined", value -> value instanceof Undefined);
        kind(registry, "none", value -> value == None.NONE);
        kind(registry, "boolean", value -> value instanceof Boolean);
        kind(registry, "true", value -> value.equals(true));
        kind(registry, "false", value -> value.equals(false));
        kind(registry, "integer", Values::isInteger);
        kind(registry, "float", value -> value instanceof Double);
        kind(registry, "number", Values::isNumber);
        kind(registry, "string", value -> value instanceof String || value instanceof Markup);
        kind(registry, "string_like", value -> value instanceof String || value instanceof Markup);
        kind(registry, "mapping", value -> value instanceof Map<?, ?>);
        kind(registry, "sequence", Tests::isSequence);
        kind(registry, "iterable", Iteration::isIterable);
        kind(registry, "callable", value -> value instanceof Callable || value instanceof Undefined);
        kind(registry, "list", value -> Values.typeName(value).equals("list"));
        kind(registry, "tuple", value -> value instanceof Tuple);
        kind(registry, "set", value -> value instanceof Set<?>);
        kind(registry, "datetime", value -> value instanceof Moment);
        kind(registry, "escaped", value -> value instanceof Markup);
        kind(registry, "lower", value -> isCase(Text.str(value), false));
        kind(registry, "upper", value -> isCase(Text.str(value), true));
        kind(registry, "odd", value -> isRest(value, 2L, 1L));
        kind(registry, "even", value -> isRest(value, 2L, 0L));
        registry.test("divisibleby", "value num", call -> isRest(call.get(0), call.get(1), 0L));
        registry.test("in", "value seq", call -> Equality.contains(call.get(1), call.get(0)));
        registry.filter("contains", "value item", call -> Equality.contains(call.get(0), call.get(1)));
        registry.test("contains", "value item", call -> Equality.contains(call.get(0), call.get(1)));
        registry.test("sameas", "value other", call -> same(call.get(0), call.get(1)));
        for (var name : List.of("eq", "==", "equalto")) {
            registry.test(name, "value other", call -> Equality.equal(call.get(0), call.get(1)));
        }
        for (var name : List.of("ne", "!=")) {
            registry.test(name, "value other", call -> !Equality.equal(call.get(0), call.get(1)));
        }
        order(registry, Order.LESS, "lt", "lessthan", "<");
        order(registry, Order.LESS_OR_EQUAL, "le", "<=");
        order(registry, Order.GREATER, "gt", "greaterthan", ">");
        order(registry, Order.GREATER_OR_EQUAL, "ge", ">=");
        registry.test("filter", "value", call -> isNamed(call, true));
        registry.test("test", "value", call -> isNamed(call, false));
    }

    private static void kind(Registry registry, String name, Predicate<Object> test) {
        registry.test(name, "value", call -> test.test(call.get(0)));
    }

    private static void order(Registry registry, Order order, String... names) {
        for (var name : names) {
            registry.test(name, "value other", call -> order.holds(call.get(0), call.get(1)));
        }
    }

    private static boolean isSequence(Object value) {
        return switch (value) {
            case View view -> false;
            case List<?> list -> true;
            case Map<?, ?> map -> true;
            case String text -> true;
            case Markup markup -> true;
            case Values.Sized sized -> true;
            case Undefined undefined -> true;
            default -> false;
        };
    }

    private static boolean isCase(String text, boolean upper) {
        var letters = text.codePoints().filter(Character::isLetter).toArray();
        for (var letter : letters) {
            if (upper ? Character.isLowerCase(letter) : Character.isUpperCase(letter)) {
                return false;
            }
        }
        return text.codePoints().anyMatch(upper ? Character::isUpperCase : Character::isLowerCase);
    }

    private static boolean isRest(Object value, Object divisor, Object rest) {
        return Equality.equal(Arithmetic.MODULO.of(value, divisor), rest);
    }

    @SuppressWarnings("ReferenceEquality") // the very same, not one that says the same
    private static boolean same(Object left, Object right) {
        if (left instanceof Boolean || left == None.NONE || right instanceof Boolean || right == None.NONE) {
            return left.equals(right);
        }
        if (left == right) {
            return true;
        }
        throw new Unsupported("is sameas");
    }

    private static boolean isNamed(Registry.Call call, boolean filter) {
        var name = Text.str(call.get(0));
        var library = call.render().library();
        return filter
                ? library.filter(name) != null || library.isFilterBeyond(name)
                : library.test(name) != null || library.isTestBeyond(name);
    }
}
