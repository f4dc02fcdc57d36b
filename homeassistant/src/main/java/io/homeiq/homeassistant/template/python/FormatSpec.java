package io.homeiq.homeassistant.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Python's small language of formats: {@code [[fill]align][sign][#][0][width][,][.precision][type]}.
 *
 * @param align one of {@code < > = ^}, or 0
 * @param sign one of {@code + -} and the blank
 * @param group a comma or an underscore between thousands, or 0
 * @param precision -1 if none is given
 * @param type the letter at the end, or 0
 */
record FormatSpec(
        String fill, char align, char sign, boolean alternate, int width, char group, int precision, char type) {

    private static final int MAX_PRECISION = 1_000;
    private static final Pattern SPEC = Pattern.compile(
            "(?:(.)?([<>=^]))?([ +-])?(#)?(0)?(\\d{1,7})?([,_])?(?:\\.(\\d{1,7}))?([a-zA-Z%])?", Pattern.DOTALL);

    /** @throws PythonError if Python does not understand it */
    static FormatSpec parse(String text) {
        var parts = SPEC.matcher(text);
        if (!parts.matches()) {
            throw PythonError.value("Invalid format specifier '" + text + "'");
        }
        var zero = parts.group(5) != null;
        var spec = new FormatSpec(
                parts.group(1) != null ? parts.group(1) : zero && parts.group(2) == null ? "0" : " ",
                parts.group(2) != null ? parts.group(2).charAt(0) : zero ? '=' : 0,
                first(parts.group(3), '-'),
                parts.group(4) != null,
                number(parts.group(6), 0),
                first(parts.group(7), (char) 0),
                number(parts.group(8), -1),
                first(parts.group(9), (char) 0));
        Strings.bound(spec.width);
        if (spec.precision > MAX_PRECISION) {
            throw new Unsupported("more than " + MAX_PRECISION + " decimals");
        }
        return spec;
    }

    private static char first(@Nullable String text, char otherwise) {
        return text == null ? otherwise : text.charAt(0);
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }

    /** The value in this format. */
    String format(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (Values.isInteger(value) || value instanceof Boolean) {
            return integer(Numbers.bigInteger(value));
        }
        throw new Unsupported("format of a " + Values.typeName(value));
    }

    private String text(String text) {
        if (type != 0 && type != 's' || align == '=' || group != 0 || sign == '+' || alternate) {
            throw PythonError.value("Unknown format code '" + type + "' for object of type 'str'");
        }
        var cut = precision < 0
                ? text
                : Text.str(Objects.requireNonNull(Subscript.slice(text, None.NONE, (long) precision, None.NONE)));
        return aligned("", cut, '<');
    }

    private String integer(BigInteger value) {
        return switch (type) {
            case 0, 'd', 'n' -> {
                if (precision >= 0) {
                    throw PythonError.value("Precision not allowed in integer format specifier");
                }
                yield signed(value.signum() < 0, grouped(value.abs().toString(), 3), "");
            }
            case 'x' -> signed(value.signum() < 0, grouped(value.abs().toString(16), 4), alternate ? "0x" : "");
            case 'X' ->
                signed(
                        value.signum() < 0,
                        grouped(value.abs().toString(16).toUpperCase(Locale.ROOT), 4),
                        alternate ? "0X" : "");
            case 'o' -> signed(value.signum() < 0, grouped(value.abs().toString(8), 4), alternate ? "0o" : "");
            case 'b' -> signed(value.signum() < 0, grouped(value.abs().toString(2), 4), alternate ? "0b" : "");
            case 'c' -> aligned("", Character.toString(value.intValue()), '<');
            case 's' -> throw PythonError.value("Unknown format code 's' for object of type 'int'");
            default -> number(Numbers.toFloat(Values.integer(value)));
        };
    }

    private String number(double value) {
        var negative = value < 0 || value == 0 && 1 / value < 0;
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            var word = Double.isNaN(value) ? "nan" : "inf";
            var upper = type != 0 && Character.isUpperCase(type);
            return signed(negative, (upper ? word.toUpperCase(Locale.ROOT) : word) + (type == '%' ? "%" : ""), "");
        }
        var digits = precision < 0 ? 6 : precision;
        var magnitude = Math.abs(value);
        var text = switch (type) {
            case 'f', 'F' -> fixed(magnitude, digits);
            case '%' -> fixed(magnitude * 100, digits) + "%";
            case 'e' -> scientific(magnitude, digits);
            case 'E' -> scientific(magnitude, digits).toUpperCase(Locale.ROOT);
            case 'g', 'n' -> general(magnitude, digits);
            case 'G' -> general(magnitude, digits).toUpperCase(Locale.ROOT);
            case 0 -> precision < 0 ? Text.number(magnitude) : pointed(general(magnitude, precision), precision);
            default -> throw PythonError.value("Unknown format code '" + type + "' for object of type 'float'");
        };
        return signed(negative, group == 0 ? text : groupedNumber(text), "");
    }

    private static String pointed(String text, int precision) {
        var plain = text.indexOf('.') < 0 && text.indexOf('e') < 0;
        return plain && text.length() < precision
                ? text + ".0"
                : plain && precision > text.length() ? text + ".0" : text;
    }

    static String fixed(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    static String scientific(double value, int digits) {
        if (value == 0) {
            return fixed(0, digits) + "e+00";
        }
        var exact = new BigDecimal(value);
        var rounded = exact.round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        var exponent = rounded.precision() - rounded.scale() - 1;
        var mantissa = rounded.movePointLeft(exponent).setScale(digits, RoundingMode.HALF_EVEN);
        return mantissa.toPlainString() + Text.exponent(exponent);
    }

    /** Fixed or scientific, whichever suits, without zeros at the end. */
    String general(double value, int significant) {
        var digits = Math.max(significant, 1);
        if (value == 0) {
            return "0";
        }
        var rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        var exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent >= digits) {
            var text = scientific(value, digits - 1);
            var at = text.indexOf('e');
            return (alternate ? text.substring(0, at) : trimmed(text.substring(0, at))) + text.substring(at);
        }
        var text = rounded.setScale(Math.max(0, digits - 1 - exponent), RoundingMode.HALF_EVEN)
                .toPlainString();
        return alternate ? text : trimmed(text);
    }

    private static String trimmed(String text) {
        return text.indexOf('.') < 0 ? text : text.replaceAll("\\.?0+$", "");
    }

    private String groupedNumber(String text) {
        var end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return grouped(text.substring(0, end), 3) + text.substring(end);
    }

    private String grouped(String digits, int size) {
        if (group == 0) {
            return digits;
        }
        var text = new StringBuilder(digits);
        for (var at = digits.length() - size; at > 0; at -= size) {
            text.insert(at, group);
        }
        return text.toString();
    }

    private String signed(boolean negative, String digits, String prefix) {
        var mark = negative ? "-" : sign == '-' ? "" : String.valueOf(sign);
        return aligned(mark + prefix, digits, '>');
    }

    private String aligned(String mark, String body, char usual) {
        var missing = width - (int) Values.length(mark + body);
        if (missing <= 0) {
            return mark + body;
        }
        return switch (align == 0 ? usual : align) {
            case '<' -> mark + body + fill.repeat(missing);
            case '^' -> fill.repeat(missing / 2) + mark + body + fill.repeat(missing - missing / 2);
            case '=' -> mark + fill.repeat(missing) + body;
            default -> fill.repeat(missing) + mark + body;
        };
    }
}
