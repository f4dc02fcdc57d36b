package io.homeiq.homeassistant.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Python's operators between dates, times and durations. */
final class TimeArithmetic {

    private TimeArithmetic() {}

    /** Null if such values do not go together. */
    static @Nullable Object of(Arithmetic operator, Object left, Object right) {
        return switch (operator) {
            case ADD ->
                right instanceof Duration duration
                        ? plus(left, duration)
                        : left instanceof Duration swapped && !(right instanceof Duration)
                                ? plus(right, swapped)
                                : null;
            case SUBTRACT -> minus(left, right);
            case MULTIPLY ->
                left instanceof Duration duration && Values.isNumber(right)
                        ? times(duration, right)
                        : right instanceof Duration swapped && Values.isNumber(left) ? times(swapped, left) : null;
            case DIVIDE, FLOOR_DIVIDE, MODULO ->
                left instanceof Duration duration ? divided(operator, duration, right) : null;
            case POWER -> null;
        };
    }

    private static @Nullable Object plus(Object left, Duration duration) {
        return switch (left) {
            case Moment moment -> moment.plus(duration);
            case LocalDate date -> date.plusDays(Durations.days(duration));
            case Duration other -> Durations.checked(other.plus(duration));
            default -> null;
        };
    }

    private static @Nullable Object minus(Object left, Object right) {
        if (right instanceof Duration duration) {
            return left instanceof LocalDate date
                    ? date.minusDays(Durations.days(duration))
                    : plus(left, duration.negated());
        }
        if (left instanceof Moment a && right instanceof Moment b) {
            return a.minus(b);
        }
        if (left instanceof LocalDate a && right instanceof LocalDate b) {
            return Duration.ofDays(a.toEpochDay() - b.toEpochDay());
        }
        if (left instanceof LocalTime && right instanceof LocalTime) {
            return null;
        }
        return null;
    }

    private static Duration times(Duration duration, Object factor) {
        var micros = Durations.micros(duration);
        if (factor instanceof Double number) {
            return Durations.ofMicros(rounded(new BigDecimal(micros).multiply(finite(number))));
        }
        return Durations.ofMicros(micros.multiply(Numbers.bigInteger(factor)));
    }

    private static BigDecimal finite(double number) {
        if (Double.isNaN(number)) {
            throw PythonError.value("cannot convert NaN to integer ratio");
        }
        if (Double.isInfinite(number)) {
            throw PythonError.overflow("cannot convert Infinity to integer ratio");
        }
        return new BigDecimal(number);
    }

    private static BigInteger rounded(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
    }

    private static @Nullable Object divided(Arithmetic operator, Duration left, Object right) {
        var micros = Durations.micros(left);
        if (right instanceof Duration duration) {
            var value = operator.of(Values.integer(micros), Values.integer(Durations.micros(duration)));
            return operator == Arithmetic.MODULO ? Durations.ofMicros(Numbers.bigInteger(value)) : value;
        }
        if (operator == Arithmetic.MODULO || !Values.isNumber(right)) {
            return null;
        }
        if (operator == Arithmetic.FLOOR_DIVIDE) {
            return right instanceof Double
                    ? null
                    : Durations.ofMicros(Numbers.bigInteger(operator.of(Values.integer(micros), right)));
        }
        var divisor = right instanceof Double number ? finite(number) : new BigDecimal(Numbers.bigInteger(right));
        if (divisor.signum() == 0) {
            throw PythonError.zeroDivision("division by zero");
        }
        return Durations.ofMicros(new BigDecimal(micros)
                .divide(divisor, 0, RoundingMode.HALF_EVEN)
                .toBigInteger());
    }
}
