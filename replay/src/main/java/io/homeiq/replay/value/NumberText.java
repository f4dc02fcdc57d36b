package io.homeiq.replay.value;

import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Python's {@code float()} and {@code int()} make of a value. */
public final class NumberText {

    private static final String DIGITS = "[0-9](?:_?[0-9])*";
    private static final Pattern FLOAT = Pattern.compile(
            "[+-]?(?:" + DIGITS + "\\.?(?:" + DIGITS + ")?|\\." + DIGITS + ")(?:[eE][+-]?" + DIGITS + ")?");
    private static final Pattern SPECIAL = Pattern.compile("(?i)([+-]?)(inf|infinity|nan)");
    private static final Pattern INTEGER = Pattern.compile("[+-]?" + DIGITS);
    /** Longer ones Python refuses as well. */
    private static final int MAX_INTEGER_DIGITS = 4_300;

    private NumberText() {}

    /** Numbers, booleans and texts such as {@code " 1_00 "}, {@code 1e2}, {@code -inf} or {@code nan}; else empty. */
    public static OptionalDouble toFloat(@Nullable Object value) {
        return switch (value) {
            case Boolean flag -> OptionalDouble.of(flag ? 1 : 0);
            case Number number -> OptionalDouble.of(number.doubleValue());
            case String text -> parse(plain(text));
            case null, default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble parse(String text) {
        Matcher special = SPECIAL.matcher(text);
        if (special.matches()) {
            double size = special.group(2).equalsIgnoreCase("nan") ? Double.NaN : Double.POSITIVE_INFINITY;
            return OptionalDouble.of(special.group(1).equals("-") ? -size : size);
        }
        return FLOAT.matcher(text).matches()
                ? OptionalDouble.of(Double.parseDouble(text.replace("_", "")))
                : OptionalDouble.empty();
    }

    /** Whole numbers as they are, others cut off, texts of digits; null where Python raises a {@code ValueError}. */
    public static @Nullable BigInteger toInteger(@Nullable Object value) {
        return switch (value) {
            case Boolean flag -> flag ? BigInteger.ONE : BigInteger.ZERO;
            case Long number -> BigInteger.valueOf(number);
            case Integer number -> BigInteger.valueOf(number);
            case BigInteger number -> number;
            case Double number -> Double.isFinite(number) ? new java.math.BigDecimal(number).toBigInteger() : null;
            case String text -> {
                String plain = plain(text);
                yield plain.length() <= MAX_INTEGER_DIGITS
                                && INTEGER.matcher(plain).matches()
                        ? new BigInteger(plain.replace("_", ""))
                        : null;
            }
            case null, default -> null;
        };
    }

    /** Without blanks around it, with the digits of all scripts as 0 to 9. */
    private static String plain(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder plain = new StringBuilder(end - start);
        text.substring(start, end).codePoints().forEach(point -> {
            if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
                plain.append(Character.digit(point, 10));
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
