package io.homeiq.homeassistant.automation;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value without quotes means in YAML 1.1, which is what Home Assistant reads: {@code on} is true, {@code 017} is
 * 15, {@code 1:30:00} is 5400 and {@code 2026-03-01} a date. Newer YAML takes most of these as text.
 */
final class YamlScalars {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("yes", "true", "on");
    private static final Pattern BOOLEAN =
            Pattern.compile("(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)");
    private static final Pattern INTEGER = Pattern.compile("[-+]?(?:(?<binary>0b[0-1_]+)|(?<octal>0[0-7_]+)"
            + "|(?<decimal>0|[1-9][0-9_]*)|(?<hex>0x[0-9a-fA-F_]+)|(?<sixty>[1-9][0-9_]*(?::[0-5]?[0-9])+))");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|(?<sixty>[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*))");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{4}-\\d{2}-\\d{2}"
            + "|\\d{4}-\\d{1,2}-\\d{1,2}(?:[Tt]|[ \\t]+)\\d{1,2}:\\d{2}:\\d{2}(?:\\.\\d*)?"
            + "(?:[ \\t]*(?:Z|[-+]\\d{1,2}(?::\\d{2})?))?");

    private static final Pattern SAFE = Pattern.compile("[A-Za-z_](?:[A-Za-z0-9_./ -]*[A-Za-z0-9_])?");
    private static final Set<String> RESERVED =
            Set.of("yes", "true", "on", "no", "false", "off", "y", "n", "null", "nan", "inf");

    private static final BigInteger SIXTY = BigInteger.valueOf(60);

    /** Longer numbers are no measurement and no setting, in characters. */
    private static final int MAX_NUMBER = 100;

    private YamlScalars() {}

    /** Null, a Boolean, a Number or a text, or a tagged tree for dates and for numbers that JSON does not know. */
    static @Nullable Object resolve(String plain) {
        if (NULLS.contains(plain)) {
            return null;
        }
        if (BOOLEAN.matcher(plain).matches()) {
            return TRUE.contains(plain.toLowerCase(Locale.ROOT));
        }
        if (plain.length() > MAX_NUMBER) {
            return plain;
        }
        Matcher integer = INTEGER.matcher(plain);
        if (integer.matches()) {
            return integer(integer, plain.replace("_", ""));
        }
        Matcher real = FLOAT.matcher(plain);
        if (real.matches()) {
            return real(real, plain.replace("_", ""));
        }
        if (NOT_FINITE.matcher(plain).matches()) {
            return YamlTags.tagged("!!float", plain);
        }
        return TIMESTAMP.matcher(plain).matches() ? YamlTags.tagged("!!timestamp", plain) : plain;
    }

    /** The key for a plain spelling: itself, or marked with its type where it is no text. */
    static String key(String plain) {
        return switch (resolve(plain)) {
            case null -> YamlTags.key("null", plain.isEmpty() ? "~" : plain);
            case Boolean ignored -> YamlTags.key("bool", plain);
            case Double ignored -> YamlTags.key("float", plain);
            case Number ignored -> YamlTags.key("int", plain);
            case String text -> text;
            default -> YamlTags.key("timestamp", plain);
        };
    }

    private static Number integer(Matcher parts, String digits) {
        boolean isNegative = digits.startsWith("-");
        String unsigned = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
        BigInteger value;
        if (parts.group("binary") != null) {
            value = new BigInteger("0" + unsigned.substring(2), 2);
        } else if (parts.group("hex") != null) {
            value = new BigInteger("0" + unsigned.substring(2), 16);
        } else if (parts.group("octal") != null) {
            value = new BigInteger(unsigned, 8);
        } else if (parts.group("sixty") != null) {
            value = ofSixties(unsigned);
        } else {
            value = new BigInteger(unsigned);
        }
        return narrow(isNegative ? value.negate() : value);
    }

    private static BigInteger ofSixties(String digits) {
        BigInteger value = BigInteger.ZERO;
        for (String part : digits.split(":", -1)) {
            value = value.multiply(SIXTY).add(new BigInteger(part));
        }
        return value;
    }

    private static Number narrow(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return value.intValue();
        }
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : (Number) value;
    }

    private static Object real(Matcher parts, String digits) {
        if (parts.group("sixty") == null) {
            double value = Double.parseDouble(digits);
            return Double.isFinite(value) ? (Object) value : YamlTags.tagged("!!float", digits);
        }
        boolean isNegative = digits.startsWith("-");
        double value = 0;
        for (String part : digits.replaceFirst("^[-+]", "").split(":", -1)) {
            value = value * 60 + Double.parseDouble(part);
        }
        return isNegative ? -value : value;
    }

    /** Whether a text may stand without quotes and still be read as text, by any YAML. */
    static boolean isPlainText(String text) {
        return SAFE.matcher(text).matches()
                && !NULLS.contains(text)
                && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    }
}
