package io.homeiq.homeassistant.template.python;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's old way of formatting: {@code '%05.1f' % value}. */
public final class PercentFormat {

    private static final Pattern FIELD = Pattern.compile(
            "%(?:\\(([^)]*)\\))?([#0 +-]*)(\\*|\\d{1,6})?(?:\\.(\\*|\\d{0,6}))?[hlL]?(.)?", Pattern.DOTALL);

    private final Object values;
    private int next;

    private PercentFormat(Object values) {
        this.values = values;
    }

    /**
     * The format with its values filled in: a tuple of them, a dictionary, or a single one.
     *
     * @throws PythonError if the values do not suit the format
     */
    public static String format(String format, Object values) {
        return new PercentFormat(values).filled(format);
    }

    private String filled(String format) {
        var text = new StringBuilder();
        var field = FIELD.matcher(format);
        var from = 0;
        while (field.find(from)) {
            text.append(format, from, field.start());
            var type = field.group(5);
            if (type == null) {
                throw PythonError.value("incomplete format");
            }
            text.append(type.equals("%") ? "%" : one(field));
            Strings.bound(text.length());
            from = field.end();
        }
        if (!isUsedUp()) {
            throw PythonError.type("not all arguments converted during string formatting");
        }
        return text.append(format.substring(from)).toString();
    }

    private boolean isUsedUp() {
        return values instanceof Tuple tuple ? next >= tuple.size() : next > 0 || hasItems(values);
    }

    /** What has items by key is no single value, and need not be used. */
    private static boolean hasItems(Object value) {
        return value instanceof Map<?, ?>
                || value instanceof List<?>
                || value instanceof Undefined
                || value instanceof HasAttributes;
    }

    private Object value() {
        if (values instanceof Tuple tuple) {
            if (next >= tuple.size()) {
                throw PythonError.type("not enough arguments for format string");
            }
            return tuple.get(next++);
        }
        if (next++ > 0) {
            throw PythonError.type("not enough arguments for format string");
        }
        return values;
    }

    private String one(Matcher field) {
        var key = field.group(1);
        var flags = field.group(2);
        if ("*".equals(field.group(3)) || "*".equals(field.group(4))) {
            throw new Unsupported("% with a width from the values");
        }
        var value = key == null ? value() : named(key);
        var width = field.group(3) == null ? "" : field.group(3);
        var precision = field.group(4) == null ? "" : field.group(4).isEmpty() ? ".0" : "." + field.group(4);
        var type = field.group(5).charAt(0);
        return converted(value, type, flags, width, precision);
    }

    private Object named(String key) {
        if (!(values instanceof Map<?, ?> map)) {
            throw PythonError.type("format requires a mapping");
        }
        var value = Dictionaries.get(map, key);
        if (value == null) {
            throw PythonError.lookup("'" + key + "'");
        }
        return value;
    }

    private String converted(Object value, char type, String flags, String width, String precision) {
        var left = flags.contains("-") ? "<" : ">";
        var sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
        var numberAlign = flags.contains("-") ? "<" : flags.contains("0") ? "0=" : ">";
        var alternate = flags.contains("#") ? "#" : "";
        return switch (type) {
            case 's', 'r', 'a' -> {
                var text = type == 's' ? Text.str(value) : Text.repr(value);
                yield FormatSpec.parse(left + width + precision + "s").format(text);
            }
            case 'd', 'i', 'u' ->
                FormatSpec.parse(numberAlign + sign + width + "d").format(whole(value, type));
            case 'x', 'X', 'o' ->
                FormatSpec.parse(numberAlign + sign + alternate + width + type).format(integer(value, type));
            case 'f', 'F', 'e', 'E', 'g', 'G' ->
                FormatSpec.parse(numberAlign
                                + sign
                                + alternate
                                + width
                                + (precision.isEmpty() ? ".6" : precision)
                                + type)
                        .format(real(value));
            case 'c' ->
                FormatSpec.parse(left + width + "s")
                        .format(value instanceof String text ? text : Character.toString((int) Numbers.index(value)));
            default -> throw PythonError.value("unsupported format character '" + type + "'");
        };
    }

    private static Object whole(Object value, char type) {
        return value instanceof Double number ? Numbers.truncate(number) : integer(value, type);
    }

    private static Object integer(Object value, char type) {
        if (!Values.isInteger(value) && !(value instanceof Boolean)) {
            throw PythonError.type("%" + type + " format: a real number is required, not " + Values.typeName(value));
        }
        return Values.integer(Numbers.bigInteger(value));
    }

    private static Object real(Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!Values.isNumber(value)) {
            throw PythonError.type("must be real number, not " + Values.typeName(value));
        }
        return Numbers.toFloat(value);
    }
}
