package io.homeiq.homeassistant.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's {@code ==}, its {@code in}, and the identity of keys. */
public final class Equality {

    private Equality() {}

    @SuppressWarnings("ReferenceEquality") // as in Python, the very same is equal, but for NaN
    public static boolean equal(Object left, Object right) {
        if (left == right) {
            return !(left instanceof Double number && number.isNaN());
        }
        if (Values.isNumber(left) && Values.isNumber(right)) {
            return numbers(left, right);
        }
        return switch (left) {
            case List<?> list ->
                right instanceof List<?> other
                        && Values.typeName(list).equals(Values.typeName(other))
                        && sequences(list, other);
            case Map<?, ?> map -> right instanceof Map<?, ?> other && maps(map, other);
            case Set<?> set -> right instanceof Set<?> other && set.size() == other.size() && other.containsAll(set);
            case Moment moment -> right instanceof Moment other && moment.isSame(other);
            case Markup markup -> right instanceof String text ? markup.text().equals(text) : markup.equals(right);
            case String text -> right instanceof Markup markup ? markup.text().equals(text) : text.equals(right);
            case Undefined undefined -> right instanceof Undefined;
            default -> left.equals(right);
        };
    }

    private static boolean numbers(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return a.equals(b);
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a.doubleValue() == b.doubleValue();
        }
        return key(left).equals(key(right));
    }

    private static boolean sequences(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> other = right.iterator();
        for (var item : left) {
            if (!equal(Values.of(item), Values.of(other.next()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean maps(Map<?, ?> left, Map<?, ?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (var entry : left.entrySet()) {
            var other = Dictionaries.get(right, Values.of(entry.getKey()));
            if (other == null || !equal(Values.of(entry.getValue()), other)) {
                return false;
            }
        }
        return true;
    }

    /** Python's {@code item in container}. */
    public static boolean contains(Object container, Object item) {
        return switch (container) {
            case String text -> {
                if (item instanceof Undefined undefined) {
                    throw PythonError.type("'in <string>' requires string as left operand, not " + undefined.message());
                }
                if (!(item instanceof String part)) {
                    throw PythonError.type(
                            "'in <string>' requires string as left operand, not " + Values.typeName(item));
                }
                yield text.contains(part);
            }
            case Markup markup -> contains(markup.text(), item);
            case Map<?, ?> map -> Dictionaries.get(map, item) != null;
            case ValueSet set -> set.contains(item);
            default -> anyEqual(container, item);
        };
    }

    private static boolean anyEqual(Object container, Object item) {
        if (!Iteration.isIterable(container)) {
            throw PythonError.type(
                    "argument of type '" + Values.typeName(container) + "' is not a container or iterable");
        }
        for (var items = Iteration.over(container); items.hasNext(); ) {
            if (equal(items.next(), item)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What stands for a value in sets and dictionaries: equal for equal values.
     *
     * @throws PythonError if the value can be no key
     */
    public static Object key(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? 1L : 0L;
            case Double number -> number(number);
            case BigInteger number -> Values.integer(number);
            case Tuple tuple -> tuple.stream().map(Equality::key).toList();
            case Moment moment -> moment.comparable();
            case Markup markup -> markup.text();
            case Range range -> throw new Unsupported("range as a key");
            case List<?> list -> throw unhashable(value);
            case Map<?, ?> map -> throw unhashable(value);
            case Set<?> set -> throw unhashable(value);
            default -> value;
        };
    }

    private static Object number(double number) {
        if (number == Math.rint(number) && !Double.isInfinite(number)) {
            return Values.integer(new BigDecimal(number).toBigInteger());
        }
        return number;
    }

    private static PythonError unhashable(@Nullable Object value) {
        return PythonError.type("unhashable type: '" + Values.typeName(Values.of(value)) + "'");
    }
}
