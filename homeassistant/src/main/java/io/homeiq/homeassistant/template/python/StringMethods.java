package io.homeiq.homeassistant.template.python;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Methods of texts. */
final class StringMethods {

    static final Methods<String> ALL = new Methods<String>("str", "encode expandtabs maketrans translate");

    static {
        cases();
        searches();
        parts();
        trims();
        kinds();
        ALL.field("format", text -> (Callable) (positional, named) -> BraceFormat.format(text, positional, named));
        ALL.method("join", "items", (text, arguments) -> joined(text, arguments.get(0)));
        ALL.method(
                "replace",
                "old new count?",
                (text, arguments) -> Strings.replace(
                        text, arguments.text(0), arguments.text(1), Numbers.index(arguments.or(2, -1L))));
        ALL.method("format_map", "map", (text, arguments) -> {
            throw new Unsupported("str.format_map");
        });
    }

    private StringMethods() {}

    private static void cases() {
        ALL.method("upper", "", (text, a) -> text.toUpperCase(Locale.ROOT));
        ALL.method("lower", "", (text, a) -> text.toLowerCase(Locale.ROOT));
        ALL.method("casefold", "", (text, a) -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        ALL.method("capitalize", "", (text, a) -> capitalized(text));
        ALL.method("title", "", (text, a) -> title(text));
        ALL.method("swapcase", "", (text, a) -> mapped(text));
    }

    /** First letter large, the others small. */
    static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var end = text.offsetByCodePoints(0, 1);
        return Character.toString(Character.toTitleCase(text.codePointAt(0)))
                + text.substring(end).toLowerCase(Locale.ROOT);
    }

    private static String title(String text) {
        var title = new StringBuilder();
        var within = false;
        for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var point = text.codePointAt(at);
            title.appendCodePoint(within ? Character.toLowerCase(point) : Character.toTitleCase(point));
            within = Character.isUpperCase(point) || Character.isLowerCase(point) || Character.isTitleCase(point);
        }
        return title.toString();
    }

    private static String mapped(String text) {
        var swapped = new StringBuilder();
        text.codePoints()
                .forEach(point -> swapped.appendCodePoint(
                        Character.isUpperCase(point) ? Character.toLowerCase(point) : Character.toUpperCase(point)));
        return swapped.toString();
    }

    private static void searches() {
        ALL.method(
                "startswith",
                "prefix start? end?",
                (text, a) -> anyOf(a.get(0), part -> within(text, a, 1).startsWith(part)));
        ALL.method(
                "endswith",
                "suffix start? end?",
                (text, a) -> anyOf(a.get(0), part -> within(text, a, 1).endsWith(part)));
        ALL.method("find", "part start? end?", (text, a) -> position(text, a, false));
        ALL.method("rfind", "part start? end?", (text, a) -> position(text, a, true));
        ALL.method("index", "part start? end?", (text, a) -> found(position(text, a, false)));
        ALL.method("rindex", "part start? end?", (text, a) -> found(position(text, a, true)));
        ALL.method("count", "part start? end?", (text, a) -> {
            var part = a.text(0);
            var where = within(text, a, 1);
            return part.isEmpty()
                    ? Values.length(where) + 1
                    : Strings.split(where, part, -1).size() - 1L;
        });
    }

    private static boolean anyOf(Object parts, Predicate<String> test) {
        return parts instanceof Tuple tuple
                ? tuple.stream().map(Strings::of).anyMatch(test)
                : test.test(Strings.of(parts));
    }

    private static String within(String text, Signature.Arguments arguments, int first) {
        var part = Subscript.slice(text, arguments.or(first, None.NONE), arguments.or(first + 1, None.NONE), None.NONE);
        return Text.str(Objects.requireNonNull(part));
    }

    private static long position(String text, Signature.Arguments arguments, boolean last) {
        var where = within(text, arguments, 1);
        var part = arguments.text(0);
        var at = last ? where.lastIndexOf(part) : where.indexOf(part);
        if (at < 0) {
            return -1;
        }
        var length = Values.length(text);
        var start = Numbers.index(arguments.or(1, 0L) == None.NONE ? 0L : arguments.or(1, 0L));
        return where.codePointCount(0, at) + Math.clamp(start < 0 ? start + length : start, 0, length);
    }

    private static long found(long position) {
        if (position < 0) {
            throw PythonError.value("substring not found");
        }
        return position;
    }

    private static void parts() {
        ALL.method("split", "sep? maxsplit?", (text, a) -> {
            var most = Numbers.index(a.or(1, -1L));
            return a.or(0, None.NONE) == None.NONE ? Strings.words(text, most) : Strings.split(text, a.text(0), most);
        });
        ALL.method("rsplit", "sep? maxsplit?", (text, a) -> {
            var most = Numbers.index(a.or(1, -1L));
            if (a.or(0, None.NONE) == None.NONE) {
                if (most >= 0) {
                    throw new Unsupported("str.rsplit by blanks");
                }
                return Strings.words(text, most);
            }
            return Strings.splitFromEnd(text, a.text(0), most);
        });
        ALL.method("splitlines", "keepends?", (text, a) -> {
            if (a.has(0) && Values.isTrue(a.get(0))) {
                throw new Unsupported("str.splitlines that keeps the ends");
            }
            return Strings.lines(text);
        });
        ALL.method("partition", "sep", (text, a) -> partition(Strings.split(text, a.text(0), 1), a.text(0), false));
        ALL.method(
                "rpartition", "sep", (text, a) -> partition(Strings.splitFromEnd(text, a.text(0), 1), a.text(0), true));
    }

    private static Tuple partition(List<Object> parts, String separator, boolean fromEnd) {
        if (parts.size() == 2) {
            return Tuple.of(parts.get(0), separator, parts.get(1));
        }
        return fromEnd ? Tuple.of("", "", parts.get(0)) : Tuple.of(parts.get(0), "", "");
    }

    private static void trims() {
        ALL.method("strip", "chars?", (text, a) -> Strings.stripEnd(Strings.stripStart(text, dropped(a)), dropped(a)));
        ALL.method("lstrip", "chars?", (text, a) -> Strings.stripStart(text, dropped(a)));
        ALL.method("rstrip", "chars?", (text, a) -> Strings.stripEnd(text, dropped(a)));
        ALL.method(
                "removeprefix",
                "prefix",
                (text, a) ->
                        text.startsWith(a.text(0)) ? text.substring(a.text(0).length()) : text);
        ALL.method(
                "removesuffix",
                "suffix",
                (text, a) -> text.endsWith(a.text(0))
                        ? text.substring(0, text.length() - a.text(0).length())
                        : text);
        ALL.method("ljust", "width fill?", (text, a) -> Strings.pad(text, Numbers.index(a.get(0)), fill(a), 0));
        ALL.method("rjust", "width fill?", (text, a) -> Strings.pad(text, Numbers.index(a.get(0)), fill(a), 1));
        ALL.method("center", "width fill?", (text, a) -> Strings.center(text, Numbers.index(a.get(0)), fill(a)));
        ALL.method("zfill", "width", (text, a) -> {
            var signed = text.startsWith("-") || text.startsWith("+");
            var sign = signed ? text.substring(0, 1) : "";
            return sign + Strings.pad(text.substring(sign.length()), Numbers.index(a.get(0)) - sign.length(), "0", 1);
        });
    }

    private static String fill(Signature.Arguments arguments) {
        var fill = arguments.has(1) ? arguments.text(1) : " ";
        if (Values.length(fill) != 1) {
            throw PythonError.type("The fill character must be exactly one character long");
        }
        return fill;
    }

    private static IntPredicate dropped(Signature.Arguments arguments) {
        return dropped(arguments.or(0, None.NONE));
    }

    /** Blanks, or any of the characters of a text. */
    static IntPredicate dropped(Object characters) {
        if (characters == None.NONE) {
            return Strings::isSpace;
        }
        var wanted = Strings.of(characters);
        return point -> wanted.indexOf(point) >= 0;
    }

    private static void kinds() {
        kind("isdigit", point -> Character.isDigit(point) || "²³¹".indexOf(point) >= 0);
        kind("isdecimal", Character::isDigit);
        kind("isnumeric", point -> switch (Character.getType(point)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        });
        kind("isalpha", Character::isLetter);
        kind("isalnum", point -> Character.isLetter(point) || Character.isDigit(point));
        kind("isspace", Strings::isSpace);
        ALL.method("isascii", "", (text, a) -> text.chars().allMatch(c -> c < 128));
        ALL.method("islower", "", (text, a) -> isLower(text));
        ALL.method("isupper", "", (text, a) -> isUpper(text));
        for (var name : List.of("isidentifier", "isprintable", "istitle")) {
            ALL.method(name, "", (text, a) -> {
                throw new Unsupported("str." + name);
            });
        }
    }

    private static void kind(String name, IntPredicate test) {
        ALL.method(name, "", (text, a) -> !text.isEmpty() && text.codePoints().allMatch(test));
    }

    static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }

    static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
    }

    private static String joined(String separator, Object items) {
        var text = new StringBuilder();
        var all = Iteration.list(items);
        for (var i = 0; i < all.size(); i++) {
            if (!(all.get(i) instanceof String part)) {
                throw PythonError.type(
                        "sequence item " + i + ": expected str instance, " + Values.typeName(all.get(i)) + " found");
            }
            text.append(i == 0 ? "" : separator).append(part);
            Strings.bound(text.length());
        }
        return text.toString();
    }
}
