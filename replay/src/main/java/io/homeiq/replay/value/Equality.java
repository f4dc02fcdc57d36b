package io.homeiq.replay.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When Python's {@code ==} holds: 1, 1.0 and True are the same, "1" is another. */
public final class Equality {

    private Equality() {}

    /** The same object is equal to itself but for what is no number. */
    @SuppressWarnings("ReferenceEquality")
    public static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return !(a instanceof Double number) || !number.isNaN();
        }
        if (a == null || b == null) {
            return false;
        }
        if (isNumber(a) && isNumber(b)) {
            return sameNumber(a, b);
        }
        return switch (a) {
            case List<?> list -> b instanceof List<?> other && sameLists(list, other);
            case Map<?, ?> map -> b instanceof Map<?, ?> other && sameMaps(map, other);
            case Set<?> set -> b instanceof Set<?> other && set.size() == other.size() && containsAll(set, other);
            default -> a.equals(b);
        };
    }

    /** Python's {@code in}. */
    public static boolean contains(Collection<?> values, @Nullable Object wanted) {
        for (Object value : values) {
            if (same(value, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean containsAll(Collection<?> values, Collection<?> wanted) {
        return wanted.stream().allMatch(value -> contains(values, value));
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    private static boolean sameNumber(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x.longValue() == y.longValue();
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x.doubleValue() == y.doubleValue();
        }
        BigDecimal x = exact(a);
        BigDecimal y = exact(b);
        return x != null && y != null && x.compareTo(y) == 0;
    }

    private static @Nullable BigDecimal exact(Object number) {
        return switch (number) {
            case Boolean flag -> flag ? BigDecimal.ONE : BigDecimal.ZERO;
            case BigInteger whole -> new BigDecimal(whole);
            case BigDecimal decimal -> decimal;
            case Double real -> Double.isFinite(real) ? new BigDecimal(real) : null;
            case Float real -> Float.isFinite(real) ? new BigDecimal(real) : null;
            case Number whole -> BigDecimal.valueOf(whole.longValue());
            default -> null;
        };
    }

    private static boolean sameLists(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameMaps(Map<?, ?> a, Map<?, ?> b) {
        return a.size() == b.size()
                && a.entrySet().stream()
                        .allMatch(entry ->
                                b.containsKey(entry.getKey()) && same(entry.getValue(), b.get(entry.getKey())));
    }
}
