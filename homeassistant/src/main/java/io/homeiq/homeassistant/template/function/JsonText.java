package io.homeiq.homeassistant.template.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.homeassistant.template.python.Markup;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Range;
import io.homeiq.homeassistant.template.python.Strings;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.homeassistant.template.python.Values;
import io.homeiq.homeassistant.template.python.View;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON as a template reads and writes it. */
final class JsonText {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    /** {@code from_json}: an error, or the default, where the text is no JSON. */
    static Object read(Registry.Call call) {
        var value = call.get(0) instanceof Markup markup ? markup.text() : call.get(0);
        try {
            if (value instanceof String text && !text.isBlank()) {
                return value(JSON.readTree(text));
            }
        } catch (JsonProcessingException e) {
            // The default answers for it.
        }
        return Conversions.otherwise("from_json", value, call.has(1) ? call.get(1) : null);
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<Object, Object>();
            node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<Object>();
            node.forEach(item -> list.add(value(item)));
            return list;
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? (Object) node.longValue() : node.doubleValue();
        }
        return node.isNumber()
                ? (Object) node.doubleValue()
                : node.isTextual() ? node.textValue() : node.isBoolean() ? (Object) node.booleanValue() : None.NONE;
    }

    /** {@code to_json}: as short as can be, as the library orjson writes it. */
    static Object write(Registry.Call call) {
        if (Values.isTrue(call.or(1, false)) || Values.isTrue(call.or(2, false))) {
            throw new Unsupported("|to_json with ensure_ascii or pretty_print");
        }
        var text = new StringBuilder();
        new Writer(text, ",", ":", Values.isTrue(call.or(3, false)), false).write(call.get(0));
        return text.toString();
    }

    /** {@code tojson}: as Python writes it, with signs of HTML escaped. */
    static Markup forPages(Object value) {
        var text = new StringBuilder();
        new Writer(text, ", ", ": ", true, true).write(value);
        return new Markup(text.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("'", "\\u0027"));
    }

    /**
     * Writes one text.
     *
     * @param python whether it is Python's own writer: ASCII only, NaN as such
     */
    private record Writer(StringBuilder text, String comma, String colon, boolean sorted, boolean python) {

        private void write(Object value) {
            Strings.bound(text.length());
            switch (value) {
                case None none -> text.append("null");
                case Boolean truth -> text.append(truth);
                case Long number -> text.append(number);
                case BigInteger number -> text.append(big(number));
                case Double number -> text.append(number(number));
                case String string -> string(string);
                case Markup markup -> string(markup.text());
                case Map<?, ?> map -> map(map);
                case Range range -> throw foreign(range);
                case View view -> throw foreign(view);
                case List<?> list -> list(list);
                default -> throw foreign(value);
            }
        }

        private static PythonError foreign(Object value) {
            return PythonError.type("Object of type " + Values.typeName(value) + " is not JSON serializable");
        }

        private String big(BigInteger number) {
            if (!python && (number.signum() < 0 || number.bitLength() > 64)) {
                throw PythonError.type("Integer exceeds 64-bit range");
            }
            return number.toString();
        }

        private String number(double number) {
            if (Double.isFinite(number)) {
                var usual = Text.number(number);
                var exponent = usual.indexOf('e');
                if (!python && exponent >= 0) {
                    throw new Unsupported("|to_json of very large or small numbers");
                }
                return usual;
            }
            return python ? (Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity") : "null";
        }

        private void list(List<?> list) {
            text.append('[');
            var first = true;
            for (var item : list) {
                text.append(first ? "" : comma);
                first = false;
                write(Values.of(item));
            }
            text.append(']');
        }

        private void map(Map<?, ?> map) {
            Map<String, Object> entries = sorted ? new TreeMap<>() : new LinkedHashMap<>();
            map.forEach((key, value) -> entries.put(key(Values.of(key)), Values.of(value)));
            text.append('{');
            var first = true;
            for (var entry : entries.entrySet()) {
                text.append(first ? "" : comma);
                first = false;
                string(entry.getKey());
                text.append(colon);
                write(entry.getValue());
            }
            text.append('}');
        }

        private static String key(Object key) {
            return switch (key) {
                case String string -> string;
                case None none -> "null";
                case Boolean truth -> truth.toString();
                case Long number -> number.toString();
                default -> throw new Unsupported("JSON with a " + Values.typeName(key) + " as a key");
            };
        }

        private void string(String string) {
            text.append('"');
            for (var i = 0; i < string.length(); i++) {
                var c = string.charAt(i);
                switch (c) {
                    case '"' -> text.append("\\\"");
                    case '\\' -> text.append("\\\\");
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    case '\t' -> text.append("\\t");
                    case '\b' -> text.append("\\b");
                    case '\f' -> text.append("\\f");
                    default ->
                        text.append(c < 0x20 || python && c > 126 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
                }
            }
            text.append('"');
        }
    }
}
