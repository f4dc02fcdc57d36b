package io.homeiq.homeassistant.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's {@code int} and {@code float}: reading and rounding. */
public final class Numbers {

    /** Longer texts are no integer, as in Python. */
    public static final int MAX_DIGITS = 4_300;

    private static final Pattern FLOAT =
            Pattern.compile("[+-]?(\\d+(_\\d+)*\\.?(\\d+(_\\d+)*)?|\\.\\d+(_\\d+)*)([eE][+-]?\\d+(_\\d+)*)?");
    private static final Pattern SPECIAL = Pattern.compile("([+-]?)(inf|infinity|nan)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER = Pattern.compile("[0-9a-z]+(_[0-9a-z]+)*");

    private Numbers() {}

    /** Python's {@code float(text)}; null if the text is no number. */
    public static @Nullable Double parseFloat(String text) {
        var stripped = ascii(Strings.strip(text));
        var special = SPECIAL.matcher(stripped);
        if (special.matches()) {
            var value = special.group(2).toLowerCase(Locale.ROOT).equals("nan") ? Double.NaN : Double.POSITIVE_INFINITY;
            return special.group(1).equals("-") ? -value : value;
        }
        return FLOAT.matcher(stripped).matches() ? Double.valueOf(stripped.replace("_", "")) : null;
    }

    /** Python's {@code int(text, base)}; null if the text is none. */
    public static @Nullable Object parseInteger(String text, int base) {
        var digits = ascii(Strings.strip(text)).toLowerCase(Locale.ROOT);
        var negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        var radix = base;
        for (var prefix : Radix.values()) {
            if ((base == prefix.base || base == 0) && digits.startsWith(prefix.text)) {
                radix = prefix.base;
                digits = digits.substring(2);
                digits = digits.startsWith("_") ? digits.substring(1) : digits;
                break;
            }
        }
        if (radix == 0) {
            radix = 10;
            if (digits.length() > 1
                    && digits.startsWith("0")
                    && !digits.replaceAll("[0_]", "").isEmpty()) {
                return null;
            }
        }
        if (!INTEGER.matcher(digits).matches() || digits.length() > MAX_DIGITS) {
            return null;
        }
        try {
            var value = new BigInteger(digits.replace("_", ""), radix);
            return Values.integer(negative ? value.negate() : value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private enum Radix {
        BINARY("0b", 2),
        OCTAL("0o", 8),
        HEXADECIMAL("0x", 16);

        private final String text;
        private final int base;

        Radix(String text, int base) {
            this.text = text;
            this.base = base;
        }
    }

    /** Digits of all scripts as those of ASCII. */
    private static String ascii(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        var ascii = new StringBuilder();
        text.codePoints().forEach(c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return ascii.toString();
    }

    /** Python's {@code float(value)}. */
    public static double toFloat(Object value) {
        return switch (value) {
            case Double number -> number;
            case Long number -> number;
            case Boolean truth -> truth ? 1 : 0;
            case BigInteger number -> big(number);
            case String text -> {
                var number = parseFloat(text);
                if (number == null) {
                    throw PythonError.value("could not convert string to float: " + Text.repr(text));
                }
                yield number;
            }
            case Undefined undefined -> throw undefined.error();
            case Markup markup -> toFloat(markup.text());
            default ->
                throw PythonError.type(
                        "float() argument must be a string or a real number, not '" + Values.typeName(value) + "'");
        };
    }

    private static double big(BigInteger number) {
        var value = number.doubleValue();
        if (Double.isInfinite(value)) {
            throw PythonError.overflow("int too large to convert to float");
        }
        return value;
    }

    /** Python's {@code int(value)}. */
    public static Object toInteger(Object value) {
        return switch (value) {
            case Long number -> number;
            case BigInteger number -> number;
            case Boolean truth -> truth ? 1L : 0L;
            case Double number -> truncate(number);
            case String text -> {
                var number = parseInteger(text, 10);
                if (number == null) {
                    throw PythonError.value("invalid literal for int() with base 10: " + Text.repr(text));
                }
                yield number;
            }
            case Undefined undefined -> throw undefined.error();
            case Markup markup -> toInteger(markup.text());
            default ->
                throw PythonError.type("int() argument must be a string, a bytes-like object or a real number, not '"
                        + Values.typeName(value) + "'");
        };
    }

    /** The whole part of a number. */
    public static Object truncate(double number) {
        if (Double.isNaN(number)) {
            throw PythonError.value("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(number)) {
            throw PythonError.overflow("cannot convert float infinity to integer");
        }
        return Math.abs(number) < 1L << 53
                ? (Object) (long) number
                : Values.integer(new BigDecimal(number).toBigInteger());
    }

    /** An integer that Python's positions, widths and counts take; a True counts as 1. */
    public static long index(Object value) {
        return switch (value) {
            case Long number -> number;
            case Boolean truth -> truth ? 1 : 0;
            case BigInteger number -> number.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
            case Undefined undefined -> throw undefined.error();
            default ->
                throw PythonError.type("'" + Values.typeName(value) + "' object cannot be interpreted as an integer");
        };
    }

    public static BigInteger bigInteger(Object value) {
        return switch (value) {
            case BigInteger number -> number;
            case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
            case Long number -> BigInteger.valueOf(number);
            default -> throw new IllegalArgumentException("no integer: " + value);
        };
    }

    /** Python's {@code round(number, digits)}: the exact value, halves to the even neighbour. */
    public static double round(double number, long digits) {
        if (Double.isNaN(number) || Double.isInfinite(number) || digits > 330) {
            return number;
        }
        if (digits < -330) {
            return Math.copySign(0, number);
        }
        var rounded = new BigDecimal(number)
                .setScale((int) digits, RoundingMode.HALF_EVEN)
                .doubleValue();
        return Math.copySign(rounded, number);
    }

    /** One integer by another, correctly rounded. */
    static double divide(BigInteger left, BigInteger right) {
        var exact = new BigDecimal(left).divide(new BigDecimal(right), new MathContext(60));
        var value = exact.doubleValue();
        if (Double.isInfinite(value)) {
            throw PythonError.overflow("integer division result too large for a float");
        }
        return value;
    }
}
