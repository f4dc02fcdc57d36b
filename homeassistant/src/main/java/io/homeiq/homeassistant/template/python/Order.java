package io.homeiq.homeassistant.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** Python's {@code <}, {@code <=}, {@code >} and {@code >=}. */
public enum Order {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Order(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /**
     * Whether the left value stands so to the right one.
     *
     * @throws PythonError if values of these kinds have no order
     */
    public boolean holds(Object left, Object right) {
        if (left instanceof Set<?> a && right instanceof Set<?> b) {
            return subset(a, b);
        }
        if (isNaN(left) || isNaN(right)) {
            compare(left, right);
            return false;
        }
        return accepts(compare(left, right));
    }

    private static boolean isNaN(Object value) {
        return value instanceof Double number && number.isNaN();
    }

    private boolean accepts(int order) {
        return switch (this) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    private boolean subset(Set<?> left, Set<?> right) {
        return switch (this) {
            case LESS -> right.containsAll(left) && right.size() > left.size();
            case LESS_OR_EQUAL -> right.containsAll(left);
            case GREATER -> left.containsAll(right) && left.size() > right.size();
            case GREATER_OR_EQUAL -> left.containsAll(right);
        };
    }

    private int compare(Object left, Object right) {
        if (Values.isNumber(left) && Values.isNumber(right)) {
            return numbers(left, right);
        }
        if (left instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (right instanceof Undefined undefined) {
            throw undefined.error();
        }
        var a = left instanceof Markup markup ? markup.text() : left;
        var b = right instanceof Markup markup ? markup.text() : right;
        if (a instanceof String x && b instanceof String y) {
            return Strings.compare(x, y);
        }
        return others(a, b);
    }

    private int others(Object left, Object right) {
        if (left instanceof Moment a && right instanceof Moment b) {
            if ((a.zone() == null) != (b.zone() == null)) {
                throw PythonError.type("can't compare offset-naive and offset-aware datetimes");
            }
            return a.minus(b).compareTo(Duration.ZERO);
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return a.compareTo(b);
        }
        if (left instanceof LocalDate a && right instanceof LocalDate b) {
            return a.compareTo(b);
        }
        if (left instanceof LocalTime a && right instanceof LocalTime b) {
            return a.compareTo(b);
        }
        if (left instanceof List<?> a
                && right instanceof List<?> b
                && Values.typeName(a).equals(Values.typeName(b))
                && (left instanceof Tuple || Values.typeName(a).equals("list"))) {
            return sequences(a, b);
        }
        throw PythonError.type("'" + sign + "' not supported between instances of '" + Values.typeName(left) + "' and '"
                + Values.typeName(right) + "'");
    }

    private int sequences(List<?> left, List<?> right) {
        for (var i = 0; i < Math.min(left.size(), right.size()); i++) {
            var a = Values.of(left.get(i));
            var b = Values.of(right.get(i));
            if (!Equality.equal(a, b)) {
                return compare(a, b);
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int numbers(Object left, Object right) {
        if (isExactAsDouble(left) && isExactAsDouble(right)) {
            var a = Numbers.toFloat(left);
            var b = Numbers.toFloat(right);
            return a < b ? -1 : a > b ? 1 : 0;
        }
        if (left instanceof Double || right instanceof Double) {
            var a = left instanceof Double x ? x : Double.NaN;
            var b = right instanceof Double y ? y : Double.NaN;
            if (Double.isInfinite(a)) {
                return a > 0 ? 1 : -1;
            }
            if (Double.isInfinite(b)) {
                return b > 0 ? -1 : 1;
            }
            if (isNaN(left) || isNaN(right)) {
                return 0;
            }
            return exact(left).compareTo(exact(right));
        }
        return Numbers.bigInteger(left).compareTo(Numbers.bigInteger(right));
    }

    private static boolean isExactAsDouble(Object number) {
        return number instanceof Double || number instanceof Long value && Math.abs(value) < 1L << 53;
    }

    private static BigDecimal exact(Object number) {
        return switch (number) {
            case Double value -> new BigDecimal(value);
            case BigInteger value -> new BigDecimal(value);
            default -> BigDecimal.valueOf(Numbers.index(number));
        };
    }

    /** Python's {@code sorted}, {@code min} and {@code max} ask only this. */
    public static int ascending(Object left, Object right) {
        if (LESS.holds(left, right)) {
            return -1;
        }
        return LESS.holds(right, left) ? 1 : 0;
    }
}
