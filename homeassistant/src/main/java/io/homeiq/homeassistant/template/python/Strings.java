package io.homeiq.homeassistant.template.python;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** What Python does with texts, by whole characters. */
public final class Strings {

    /** Longer texts and lists are not made: a template that wants them is named as unsupported. */
    public static final int MAX_LENGTH = 1_000_000;

    private Strings() {}

    /**
     * The value as a text, where Python takes nothing else.
     *
     * @throws PythonError if the value is no text
     */
    public static String of(Object value) {
        return switch (value) {
            case String text -> text;
            case Markup markup -> throw new Unsupported("calculating with the text of tojson");
            case Undefined undefined -> throw undefined.error();
            default -> throw PythonError.type("must be str, not " + Values.typeName(value));
        };
    }

    /** Python's {@code str.isspace} for one character. */
    public static boolean isSpace(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || point == 0x85
                || point >= 0x1c && point <= 0x1f;
    }

    public static String strip(String text) {
        return stripEnd(stripStart(text, Strings::isSpace), Strings::isSpace);
    }

    static String stripStart(String text, IntPredicate drop) {
        var start = 0;
        while (start < text.length() && drop.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        return text.substring(start);
    }

    static String stripEnd(String text, IntPredicate drop) {
        var end = text.length();
        while (end > 0 && drop.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(0, end);
    }

    /** As many copies as wanted. */
    static String repeat(String text, long times) {
        bound(
                times <= 0 || text.isEmpty()
                        ? 0
                        : Math.multiplyHigh(times, text.length()) != 0 ? Long.MAX_VALUE : times * text.length());
        return times <= 0 ? "" : text.repeat((int) (text.isEmpty() ? 0 : times));
    }

    /**
     * Keeps a text or list from growing without end.
     *
     * @throws Unsupported for more than {@link #MAX_LENGTH}
     */
    public static void bound(long length) {
        if (length > MAX_LENGTH || length < 0) {
            throw new Unsupported("a value of more than " + MAX_LENGTH + " elements");
        }
    }

    /** Blanks, or another character, before and after. */
    static String pad(String text, long width, String fill, double left) {
        var missing = width - Values.length(text);
        if (missing <= 0) {
            return text;
        }
        bound(width);
        var before = (int) Math.floor(missing * left);
        return fill.repeat(before) + text + fill.repeat((int) missing - before);
    }

    /** Python's {@code center}, with its own idea of where the odd blank goes. */
    public static String center(String text, long width, String fill) {
        var length = Values.length(text);
        var missing = width - length;
        if (missing <= 0) {
            return text;
        }
        bound(width);
        var before = (int) (missing / 2 + (missing & width & 1));
        return fill.repeat(before) + text + fill.repeat((int) missing - before);
    }

    /** Python's {@code split()} without a separator. */
    static List<Object> words(String text, long most) {
        var words = new ArrayList<Object>();
        var rest = stripStart(text, Strings::isSpace);
        while (!rest.isEmpty()) {
            if (most >= 0 && words.size() == most) {
                words.add(stripEnd(rest, Strings::isSpace));
                break;
            }
            var end = 0;
            while (end < rest.length() && !isSpace(rest.codePointAt(end))) {
                end += Character.charCount(rest.codePointAt(end));
            }
            words.add(rest.substring(0, end));
            rest = stripStart(rest.substring(end), Strings::isSpace);
        }
        return words;
    }

    /** Python's {@code split(separator, most)}. */
    static List<Object> split(String text, String separator, long most) {
        if (separator.isEmpty()) {
            throw PythonError.value("empty separator");
        }
        var parts = new ArrayList<Object>();
        var from = 0;
        for (var at = text.indexOf(separator);
                at >= 0 && (most < 0 || parts.size() < most);
                at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Python's {@code rsplit(separator, most)}. */
    static List<Object> splitFromEnd(String text, String separator, long most) {
        if (separator.isEmpty()) {
            throw PythonError.value("empty separator");
        }
        var parts = new ArrayList<Object>();
        var end = text.length();
        while (most < 0 || parts.size() < most) {
            var at = end < separator.length() ? -1 : text.lastIndexOf(separator, end - separator.length());
            if (at < 0) {
                break;
            }
            parts.add(0, text.substring(at + separator.length(), end));
            end = at;
        }
        parts.add(0, text.substring(0, end));
        return parts;
    }

    /** Python's {@code splitlines()}. */
    public static List<Object> lines(String text) {
        var lines = new ArrayList<Object>();
        var line = new StringBuilder();
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if ("\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029".indexOf(c) >= 0) {
                lines.add(line.toString());
                line.setLength(0);
                if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                    at++;
                }
            } else {
                line.append(c);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Python's {@code replace}. */
    public static String replace(String text, String old, String replacement, long most) {
        if (most == 0) {
            return text;
        }
        if (old.isEmpty()) {
            var spread = new StringBuilder();
            var left = most < 0 ? Long.MAX_VALUE : most;
            for (var character : Iteration.characters(text)) {
                spread.append(left-- > 0 ? replacement : "").append(character);
            }
            return bounded(spread.append(left > 0 ? replacement : ""));
        }
        var result = new StringBuilder();
        var from = 0;
        var left = most < 0 ? Long.MAX_VALUE : most;
        for (var at = text.indexOf(old); at >= 0 && left > 0; at = text.indexOf(old, from), left--) {
            result.append(text, from, at).append(replacement);
            from = at + old.length();
            bound(result.length());
        }
        return bounded(result.append(text, from, text.length()));
    }

    private static String bounded(StringBuilder text) {
        bound(text.length());
        return text.toString();
    }

    /** Compares by character, not by Java's halves of characters. */
    static int compare(String left, String right) {
        var a = left.codePoints().iterator();
        var b = right.codePoints().iterator();
        while (a.hasNext() && b.hasNext()) {
            var order = Integer.compare(a.nextInt(), b.nextInt());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(a.hasNext(), b.hasNext());
    }
}
