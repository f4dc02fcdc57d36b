package io.homeiq.homeassistant.template.python;

import java.util.List;
import java.util.Map;

/** Python's {@code '{:.1f} {name}'.format(…)}. */
final class BraceFormat {

    private final List<Object> positional;
    private final Map<String, Object> named;
    private int next;

    private BraceFormat(List<Object> positional, Map<String, Object> named) {
        this.positional = positional;
        this.named = named;
    }

    static String format(String format, List<Object> positional, Map<String, Object> named) {
        return new BraceFormat(positional, named).filled(format);
    }

    private String filled(String format) {
        var text = new StringBuilder();
        for (var at = 0; at < format.length(); at++) {
            var c = format.charAt(at);
            var doubled = at + 1 < format.length() && format.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                text.append(c);
                at++;
            } else if (c == '{') {
                var end = format.indexOf('}', at);
                if (end < 0) {
                    throw PythonError.value("expected '}' before end of string");
                }
                text.append(field(format.substring(at + 1, end)));
                at = end;
            } else if (c == '}') {
                throw PythonError.value("Single '}' encountered in format string");
            } else {
                text.append(c);
            }
            Strings.bound(text.length());
        }
        return text.toString();
    }

    private String field(String field) {
        if (field.indexOf('{') >= 0) {
            throw new Unsupported("format with a field within a field");
        }
        var colon = field.indexOf(':');
        var name = colon < 0 ? field : field.substring(0, colon);
        var spec = colon < 0 ? "" : field.substring(colon + 1);
        var conversion = name.indexOf('!');
        var value = value(conversion < 0 ? name : name.substring(0, conversion));
        if (conversion >= 0) {
            value = name.endsWith("!s") ? Text.str(value) : Text.repr(value);
        }
        if (spec.isEmpty()) {
            return Text.str(value);
        }
        return value instanceof Moment moment
                ? Strftime.format(moment, spec)
                : FormatSpec.parse(spec).format(value);
    }

    private Object value(String name) {
        if (name.isEmpty()) {
            return at(next++);
        }
        if (name.chars().allMatch(Character::isDigit)) {
            return at(Integer.parseInt(name));
        }
        if (name.indexOf('.') >= 0 || name.indexOf('[') >= 0) {
            throw new Unsupported("format with an attribute");
        }
        var value = named.get(name);
        if (value == null) {
            throw PythonError.lookup("'" + name + "'");
        }
        return value;
    }

    private Object at(int position) {
        if (position >= positional.size()) {
            throw PythonError.lookup("Replacement index " + position + " out of range for positional args tuple");
        }
        return positional.get(position);
    }
}
