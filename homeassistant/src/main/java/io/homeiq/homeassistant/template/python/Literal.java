package io.homeiq.homeassistant.template.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code literal_eval} for what a template printed, as far as Home Assistant uses it: numbers, texts, True, False,
 * None, and lists, tuples, sets and dictionaries of them. Comments and line breaks between parts are understood within brackets.
 */
public final class Literal {

    private static final int MAX_DEPTH = 90;
    private static final Pattern SIMPLE = Pattern.compile("[+-]?(?!0\\d)\\d*(?:\\.\\d*)?");

    private final Literals tokens;

    private Literal(String text) {
        this.tokens = new Literals(text);
    }

    /**
     * What Home Assistant makes of a printed text: a native value, or the text itself.
     *
     * @return null for None; lists and tuples as lists, in order
     */
    public static @Nullable Object parse(String text) {
        var simple = SIMPLE.matcher(text).matches() && text.chars().anyMatch(Character::isDigit);
        if (simple) {
            if (text.indexOf('.') >= 0) {
                return Double.valueOf(text);
            }
            var integer = Numbers.parseInteger(text, 10);
            if (integer != null) {
                return integer;
            }
        }
        if (!mayBeLiteral(text)) {
            return text;
        }
        try {
            var literal = new Literal(text);
            var value = literal.whole();
            return value instanceof String || Values.isNumber(value) && !(value instanceof Boolean)
                    ? text
                    : outside(value);
        } catch (NotLiteral e) {
            return text;
        }
    }

    /** Quickly out of the way: what begins with a letter is True, False, None, an empty set, or a text. */
    private static boolean mayBeLiteral(String text) {
        if (text.isEmpty()) {
            return false;
        }
        var first = text.charAt(0);
        return !Character.isLetter(first)
                || text.startsWith("True")
                || text.startsWith("False")
                || text.startsWith("None")
                || text.startsWith("set")
                || text.indexOf('\'') >= 0
                || text.indexOf('"') >= 0;
    }

    private static @Nullable Object outside(Object value) {
        return value == None.NONE ? null : value;
    }

    /** The text is none that Python could read back. */
    static final class NotLiteral extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotLiteral() {
            super(null, null, false, false);
        }
    }

    private Object whole() {
        var first = value(0);
        if (tokens.take(",")) {
            var items = new ArrayList<Object>();
            items.add(first);
            while (!tokens.atEnd()) {
                items.add(value(0));
                if (!tokens.take(",")) {
                    break;
                }
            }
            first = new Tuple(items);
        }
        if (!tokens.atEnd()) {
            throw new NotLiteral();
        }
        return first;
    }

    private Object value(int depth) {
        if (depth > MAX_DEPTH) {
            throw new Unsupported("values nested deeper than " + MAX_DEPTH);
        }
        if (tokens.take("[")) {
            return items("]", depth);
        }
        if (tokens.take("(")) {
            return parenthesis(depth);
        }
        if (tokens.take("{")) {
            return braces(depth);
        }
        return tokens.scalar();
    }

    private List<@Nullable Object> items(String close, int depth) {
        var items = new ArrayList<@Nullable Object>();
        tokens.open();
        while (!tokens.take(close)) {
            items.add(outside(value(depth + 1)));
            if (!tokens.take(",") && !tokens.isNext(close)) {
                throw new NotLiteral();
            }
        }
        tokens.close();
        return items;
    }

    private Object parenthesis(int depth) {
        tokens.open();
        if (tokens.take(")")) {
            tokens.close();
            return new ArrayList<>();
        }
        var first = value(depth + 1);
        if (tokens.take(")")) {
            tokens.close();
            return first;
        }
        if (!tokens.take(",")) {
            throw new NotLiteral();
        }
        tokens.close();
        var items = new ArrayList<@Nullable Object>();
        items.add(outside(first));
        items.addAll(items(")", depth));
        return items;
    }

    private Object braces(int depth) {
        tokens.open();
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        if (tokens.take("}")) {
            tokens.close();
            return map;
        }
        var first = key(value(depth + 1));
        if (!tokens.take(":")) {
            return set(first, depth);
        }
        map.put(outside(first), outside(value(depth + 1)));
        while (tokens.take(",") && !tokens.isNext("}")) {
            var key = outside(key(value(depth + 1)));
            tokens.need(":");
            map.put(key, outside(value(depth + 1)));
        }
        tokens.need("}");
        tokens.close();
        return map;
    }

    private Object set(Object first, int depth) {
        var set = new LinkedHashSet<@Nullable Object>();
        set.add(outside(first));
        while (tokens.take(",") && !tokens.isNext("}")) {
            set.add(outside(key(value(depth + 1))));
        }
        tokens.need("}");
        tokens.close();
        return set;
    }

    private static Object key(Object value) {
        if (value instanceof Map<?, ?> || value instanceof Set<?>) {
            throw new NotLiteral();
        }
        return value;
    }
}
