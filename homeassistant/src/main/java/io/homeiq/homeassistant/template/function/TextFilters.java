package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.python.Attributes;
import io.homeiq.homeassistant.template.python.Callable;
import io.homeiq.homeassistant.template.python.Markup;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.Numbers;
import io.homeiq.homeassistant.template.python.PercentFormat;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Strings;
import io.homeiq.homeassistant.template.python.Subscript;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Tuple;
import io.homeiq.homeassistant.template.python.Undefined;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.homeassistant.template.python.Values;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Jinja's filters on texts. */
final class TextFilters {

    private static final Pattern WORD_BEGINNING = Pattern.compile("[-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private TextFilters() {}

    static void register(Registry registry) {
        registry.filter("string", "value", call -> call.get(0) instanceof Markup ? call.get(0) : Text.str(call.get(0)));
        registry.filter("upper", "s", call -> text(call).toUpperCase(Locale.ROOT));
        registry.filter("lower", "s", call -> text(call).toLowerCase(Locale.ROOT));
        method(registry, "capitalize", "");
        registry.filter("title", "s", call -> title(text(call)));
        registry.filter("trim", "value chars?", call -> method(text(call), "strip", call.or(1, None.NONE)));
        registry.filter(
                "center", "value width?", call -> Strings.center(text(call), Numbers.index(call.or(1, 80L)), " "));
        registry.filter(
                "replace",
                "s old new count?",
                call -> Strings.replace(
                        text(call),
                        Text.str(call.get(1)),
                        Text.str(call.get(2)),
                        call.or(3, None.NONE) == None.NONE ? -1 : Numbers.index(call.get(3))));
        registry.filter("truncate", "s length? killwords? end? leeway?", TextFilters::truncated);
        registry.filter("indent", "s width? first? blank?", TextFilters::indented);
        registry.filter(
                "wordcount", "s", call -> WORD.matcher(text(call)).results().count());
        registry.filter("urlencode", "value", call -> urlencoded(call.get(0)));
        registry.filter("attr", "obj name", TextFilters::attribute);
        registry.filter("ord", "value", call -> {
            if (!(call.get(0) instanceof String text) || Values.length(text) != 1) {
                throw PythonError.type("ord() expected a character");
            }
            return (long) text.codePointAt(0);
        });
        for (var name : List.of("default", "d")) {
            registry.filter(name, "value default_value? boolean?", call -> {
                var missing = call.get(0) instanceof Undefined
                        || Values.isTrue(call.or(2, false)) && !Values.isTrue(call.get(0));
                return missing ? call.or(1, "") : call.get(0);
            });
        }
        registry.raw("format", (render, positional, named) -> {
            if (positional.size() > 1 && !named.isEmpty()) {
                throw PythonError.value("can't handle positional and keyword arguments at the same time");
            }
            var values = named.isEmpty()
                    ? new Tuple(positional.subList(1, positional.size()))
                    : new LinkedHashMap<Object, Object>(named);
            return PercentFormat.format(soft(positional.get(0)), values);
        });
    }

    /** The text of the first argument. */
    static String text(Registry.Call call) {
        return soft(call.get(0));
    }

    private static String soft(Object value) {
        if (value instanceof Markup) {
            throw new Unsupported("calculating with the text of tojson");
        }
        return Text.str(value);
    }

    private static void method(Registry registry, String name, String parameters) {
        registry.filter(name, ("s " + parameters).strip(), call -> method(text(call), name));
    }

    private static Object method(String text, String name, Object... arguments) {
        var method = (Callable) Objects.requireNonNull(Attributes.of(text, name));
        return method.call(List.of(arguments), Map.of());
    }

    private static String title(String text) {
        var title = new StringBuilder();
        var from = 0;
        for (var gap = WORD_BEGINNING.matcher(text); gap.find(); from = gap.end()) {
            title.append(word(text.substring(from, gap.start()))).append(gap.group());
        }
        return title.append(word(text.substring(from))).toString();
    }

    private static String word(String word) {
        if (word.isEmpty()) {
            return word;
        }
        var end = word.offsetByCodePoints(0, 1);
        return word.substring(0, end).toUpperCase(Locale.ROOT)
                + word.substring(end).toLowerCase(Locale.ROOT);
    }

    private static Object truncated(Registry.Call call) {
        var length = Numbers.index(call.or(1, 255L));
        var end = Strings.of(call.or(3, "..."));
        var leeway = call.or(4, None.NONE) == None.NONE ? 5 : Numbers.index(call.get(4));
        if (length < Values.length(end) || leeway < 0) {
            throw new PythonError(
                    PythonError.Kind.ASSERTION, "expected length >= " + Values.length(end) + ", got " + length);
        }
        if (Values.length(call.get(0)) <= length + leeway) {
            return call.get(0);
        }
        var text = Strings.of(call.get(0));
        var cut = Text.str(
                Objects.requireNonNull(Subscript.slice(text, None.NONE, length - Values.length(end), None.NONE)));
        if (!Values.isTrue(call.or(2, false)) && cut.lastIndexOf(' ') >= 0) {
            cut = cut.substring(0, cut.lastIndexOf(' '));
        }
        return cut + end;
    }

    private static Object indented(Registry.Call call) {
        var width = call.or(1, 4L);
        var indent = width instanceof String given
                ? given
                : method("", "ljust", width).toString();
        var lines = Strings.lines(Strings.of(call.get(0)) + "\n");
        var blank = Values.isTrue(call.or(3, false));
        var result = new ArrayList<String>();
        for (var i = 0; i < lines.size(); i++) {
            var line = Text.str(lines.get(i));
            result.add(i > 0 && (blank || !line.isEmpty()) ? indent + line : line);
        }
        var text = String.join("\n", result);
        Strings.bound(text.length());
        return Values.isTrue(call.or(2, false)) ? indent + text : text;
    }

    private static Object urlencoded(Object value) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            throw new Unsupported("|urlencode of several values");
        }
        var text = new StringBuilder();
        for (var octet : soft(value).getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (octet & 0xff);
            var plain = c < 128 && (Character.isLetterOrDigit(c) || "/_.-~".indexOf(c) >= 0);
            text.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return text.toString();
    }

    private static Object attribute(Registry.Call call) {
        var name = Text.str(call.get(1));
        if (name.startsWith("_")) {
            throw new Unsupported("|attr('" + name + "')");
        }
        var found = Attributes.of(call.get(0), name);
        return found == null ? Undefined.attribute(call.get(0), name) : found;
    }
}
