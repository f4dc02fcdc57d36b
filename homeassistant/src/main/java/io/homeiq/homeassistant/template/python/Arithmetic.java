package io.homeiq.homeassistant.template.python;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Python's operators {@code + - * / // % **} and the signs. */
public enum Arithmetic {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    FLOOR_DIVIDE("//"),
    MODULO("%"),
    POWER("**");

    /** Powers with more bits are not worked out: such a template is named as unsupported. */
    static final int MAX_BITS = 20_000;

    private final String sign;

    Arithmetic(String sign) {
        this.sign = sign;
    }

    /**
     * What the operator gives.
     *
     * @throws PythonError if values of these kinds do not go together
     */
    public Object of(Object left, Object right) {
        if (left instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (left instanceof String format && this == MODULO) {
            return PercentFormat.format(format, right);
        }
        if (right instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (left instanceof Markup || right instanceof Markup) {
            throw new Unsupported("calculating with the text of tojson");
        }
        if (Values.isNumber(left) && Values.isNumber(right)) {
            return left instanceof Double || right instanceof Double
                    ? floats(Numbers.toFloat(left), Numbers.toFloat(right))
                    : integers(Numbers.bigInteger(left), Numbers.bigInteger(right));
        }
        return others(left, right);
    }

    private Object integers(BigInteger left, BigInteger right) {
        return switch (this) {
            case ADD -> Values.integer(left.add(right));
            case SUBTRACT -> Values.integer(left.subtract(right));
            case MULTIPLY -> {
                bounded((long) left.bitLength() + right.bitLength());
                yield Values.integer(left.multiply(right));
            }
            case DIVIDE -> Numbers.divide(left, divisor(right, "division by zero"));
            case FLOOR_DIVIDE -> Values.integer(floor(left, divisor(right, "integer division or modulo by zero")));
            case MODULO ->
                Values.integer(left.subtract(
                        floor(left, divisor(right, "integer modulo by zero")).multiply(right)));
            case POWER -> power(left, right);
        };
    }

    private static BigInteger divisor(BigInteger right, String error) {
        if (right.signum() == 0) {
            throw PythonError.zeroDivision(error);
        }
        return right;
    }

    private static BigInteger floor(BigInteger left, BigInteger right) {
        var parts = left.divideAndRemainder(right);
        return parts[1].signum() != 0 && parts[1].signum() != right.signum()
                ? parts[0].subtract(BigInteger.ONE)
                : parts[0];
    }

    private static Object power(BigInteger left, BigInteger right) {
        if (right.signum() < 0) {
            return POWER.floats(Numbers.toFloat(Values.integer(left)), Numbers.toFloat(Values.integer(right)));
        }
        if (left.abs().compareTo(BigInteger.ONE) > 0) {
            bounded(right.bitLength() > 31 ? Long.MAX_VALUE : (long) left.bitLength() * right.intValue());
            return Values.integer(left.pow(right.intValue()));
        }
        return Values.integer(right.signum() == 0 ? BigInteger.ONE : right.testBit(0) ? left : left.abs());
    }

    private static void bounded(long bits) {
        if (bits > MAX_BITS) {
            throw new Unsupported("an integer of more than " + MAX_BITS + " bits");
        }
    }

    private Object floats(double left, double right) {
        return switch (this) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / nonZero(right, "division by zero");
            case FLOOR_DIVIDE -> floorDivide(left, nonZero(right, "division by zero"));
            case MODULO -> modulo(left, nonZero(right, "division by zero"));
            case POWER -> power(left, right);
        };
    }

    private static double nonZero(double right, String error) {
        if (right == 0) {
            throw PythonError.zeroDivision(error);
        }
        return right;
    }

    /** The remainder has the sign of the divisor. */
    public static double modulo(double left, double right) {
        var remainder = left % right;
        if (remainder == 0) {
            return Math.copySign(0, right);
        }
        return (remainder < 0) == (right < 0) ? remainder : remainder + right;
    }

    private static double floorDivide(double left, double right) {
        var quotient = (left - modulo(left, right)) / right;
        if (quotient == 0) {
            return Math.copySign(0, left / right);
        }
        var floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    private static double power(double left, double right) {
        if (left == 0 && right < 0) {
            throw PythonError.zeroDivision("zero to a negative power");
        }
        if (left < 0 && right != Math.rint(right) && !Double.isInfinite(left)) {
            throw new Unsupported("complex numbers");
        }
        var power = Math.pow(left, right);
        if (Double.isInfinite(power) && !Double.isInfinite(left) && !Double.isInfinite(right)) {
            throw PythonError.overflow("(34, 'Numerical result out of range')");
        }
        return left == 1 || right == 0 ? 1 : power;
    }

    private Object others(Object left, Object right) {
        if (this == ADD) {
            if (left instanceof String a && right instanceof String b) {
                Strings.bound((long) a.length() + b.length());
                return a + b;
            }
            if (left instanceof List<?> a && right instanceof List<?> b && concatenable(a, b)) {
                return concatenated(a, b);
            }
        }
        if (this == MULTIPLY) {
            if ((left instanceof String || left instanceof List<?>) && isCount(right)) {
                return repeated(left, Numbers.index(right));
            }
            if ((right instanceof String || right instanceof List<?>) && isCount(left)) {
                return repeated(right, Numbers.index(left));
            }
        }
        if (left instanceof Set<?> && right instanceof Set<?> && this == SUBTRACT) {
            var difference = ValueSet.of(Iteration.list(left));
            return ValueSet.of(difference.stream()
                    .filter(item -> !((Set<?>) right).contains(item))
                    .toList());
        }
        var time = TimeArithmetic.of(this, left, right);
        if (time != null) {
            return time;
        }
        throw PythonError.type("unsupported operand type(s) for " + sign + ": '" + Values.typeName(left) + "' and '"
                + Values.typeName(right) + "'");
    }

    private static boolean isCount(Object value) {
        return Values.isInteger(value) || value instanceof Boolean;
    }

    private static boolean concatenable(List<?> left, List<?> right) {
        var type = Values.typeName(left);
        return type.equals(Values.typeName(right)) && (type.equals("list") || type.equals("tuple"));
    }

    private static Object concatenated(List<?> left, List<?> right) {
        Strings.bound((long) left.size() + right.size());
        var all = Iteration.list(left);
        all.addAll(Iteration.list(right));
        return left instanceof Tuple ? new Tuple(all) : all;
    }

    private static Object repeated(Object value, long times) {
        if (value instanceof String text) {
            return Strings.repeat(text, times);
        }
        var type = Values.typeName(value);
        if (!type.equals("list") && !type.equals("tuple")) {
            throw PythonError.type("unsupported operand type(s) for *: '" + type + "' and 'int'");
        }
        var items = Iteration.list(value);
        Strings.bound(times > 0 && !items.isEmpty() ? Math.min(times, Strings.MAX_LENGTH + 1L) * items.size() : 0);
        var all = new ArrayList<Object>();
        for (var i = 0; i < times && !items.isEmpty(); i++) {
            all.addAll(items);
        }
        return value instanceof Tuple ? new Tuple(all) : all;
    }

    /** The sign before a value. */
    public static Object signed(Object value, boolean negative) {
        return switch (value) {
            case Double number -> negative ? -number : number;
            case Duration duration -> negative ? duration.negated() : duration;
            case Undefined undefined -> throw undefined.error();
            default -> {
                if (!Values.isNumber(value)) {
                    throw PythonError.type("bad operand type for unary " + (negative ? "-" : "+") + ": '"
                            + Values.typeName(value) + "'");
                }
                var number = Numbers.bigInteger(value);
                yield Values.integer(negative ? number.negate() : number);
            }
        };
    }
}
