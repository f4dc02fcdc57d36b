package io.homeiq.homeassistant.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Python's {@code str} and {@code repr}. */
public final class Text {

    /** Deeper values are not written: such a template is named as unsupported. */
    private static final int MAX_DEPTH = 100;

    private Text() {}

    /** The value as a template prints it. */
    public static String str(Object value) {
        return switch (value) {
            case String text -> text;
            case Markup markup -> markup.text();
            case Undefined undefined -> "";
            case Moment moment -> MomentText.iso(moment, ' ');
            case Duration duration -> Durations.text(duration);
            case LocalDate date -> date.toString();
            case LocalTime time -> MomentText.clock(time);
            default -> repr(value, 0);
        };
    }

    /** The value as it stands within a list. */
    public static String repr(Object value) {
        return repr(value, 0);
    }

    private static String repr(Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new Unsupported("values nested deeper than " + MAX_DEPTH);
        }
        return switch (value) {
            case None none -> "None";
            case Boolean truth -> truth ? "True" : "False";
            case Long number -> number.toString();
            case BigInteger number -> integer(number);
            case Double number -> number(number);
            case String text -> quoted(text);
            case Markup markup -> "Markup(" + quoted(markup.text()) + ")";
            case Undefined undefined -> "Undefined";
            case Tuple tuple -> sequence("(", tuple, tuple.size() == 1 ? ",)" : ")", depth);
            case Range range -> range.toString();
            case View view -> view.type() + sequence("([", view, "])", depth);
            case List<?> list -> sequence("[", list, "]", depth);
            case Set<?> set -> set.isEmpty() ? "set()" : sequence("{", set, "}", depth);
            case Map<?, ?> map -> dictionary(map, depth);
            case Duration duration -> Durations.repr(duration);
            case Moment moment -> MomentText.repr(moment);
            case LocalDate date ->
                "datetime.date(%d, %d, %d)".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
            case LocalTime time -> MomentText.repr(time);
            default -> throw new Unsupported("the text of a " + Values.typeName(value));
        };
    }

    private static String integer(BigInteger number) {
        var digits = number.toString();
        if (digits.length() > Numbers.MAX_DIGITS) {
            throw PythonError.value("Exceeds the limit (4300 digits) for integer string conversion");
        }
        return digits;
    }

    private static String sequence(String open, Iterable<?> items, String close, int depth) {
        var text = new StringBuilder(open);
        for (Iterator<?> all = items.iterator(); all.hasNext(); ) {
            text.append(repr(Values.of(all.next()), depth + 1)).append(all.hasNext() ? ", " : "");
            Strings.bound(text.length());
        }
        return text.append(close).toString();
    }

    private static String dictionary(Map<?, ?> map, int depth) {
        var text = new StringBuilder("{");
        map.forEach((key, value) -> {
            text.append(text.length() == 1 ? "" : ", ").append(repr(Values.of(key), depth + 1));
            text.append(": ").append(repr(Values.of(value), depth + 1));
            Strings.bound(text.length());
        });
        return text.append("}").toString();
    }

    /** The shortest digits that read back equal, with an exponent below 0.0001 and from 1e16 on. */
    public static String number(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        var exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        var exponent = exact.precision() - exact.scale() - 1;
        if (exponent < -4 || exponent >= 16) {
            var digits = exact.unscaledValue().abs().toString();
            var fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            return (number < 0 ? "-" : "") + digits.charAt(0) + fraction + exponent(exponent);
        }
        return exact.scale() <= 0 ? exact.toPlainString() + ".0" : exact.toPlainString();
    }

    /** Sign and at least two digits. */
    static String exponent(int exponent) {
        return "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static String quoted(String text) {
        var quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        var quoted = new StringBuilder().append(quote);
        text.codePoints().forEach(point -> escape(quoted, point, quote));
        return quoted.append(quote).toString();
    }

    private static void escape(StringBuilder text, int point, int quote) {
        if (point == quote || point == '\\') {
            text.append('\\').appendCodePoint(point);
        } else if (point == '\n') {
            text.append("\\n");
        } else if (point == '\r') {
            text.append("\\r");
        } else if (point == '\t') {
            text.append("\\t");
        } else if (isPrintable(point)) {
            text.appendCodePoint(point);
        } else {
            text.append(
                    point < 0x100
                            ? "\\x%02x".formatted(point)
                            : point < 0x10000 ? "\\u%04x".formatted(point) : "\\U%08x".formatted(point));
        }
    }

    private static boolean isPrintable(int point) {
        return point == ' '
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR -> false;
                    default -> true;
                };
    }
}
