package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Escapes;
import io.homeiq.homeassistant.template.python.Strings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a template apart: what is printed as it stands, and the words and signs within {@code {{ }}} and {@code {% %}}. */
final class Lexer {

    private static final Pattern BEGIN = Pattern.compile(
            "\\{%([-+]?)\\s*raw\\s*(-%\\}\\s*|%\\})|(\\{\\{|\\{%|\\{#)([-+]?)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern END_RAW =
            Pattern.compile("\\{%([-+]?)\\s*endraw\\s*(\\+%\\}|-%\\}\\s*|%\\})", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern END_COMMENT =
            Pattern.compile("\\+#\\}|-#\\}\\s*|#\\}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern END_BLOCK = Pattern.compile("\\+%\\}|-%\\}\\s*|%\\}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern END_VARIABLE = Pattern.compile("-\\}\\}\\s*|\\}\\}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern FLOAT = Pattern.compile(
            "(?<!\\.)(?:\\d+_)*\\d+(?:(?:\\.(?:\\d+_)*\\d+)?[eE][+-]?(?:\\d+_)*\\d+|\\.(?:\\d+_)*\\d+)");
    private static final Pattern INTEGER =
            Pattern.compile("0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[\\da-fA-F])+|[1-9](?:_?\\d)*|0(?:_?0)*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]*");
    private static final Pattern STRING = Pattern.compile(
            "'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'|\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"", Pattern.DOTALL);
    private static final Pattern OPERATOR = Pattern.compile("//|\\*\\*|==|!=|>=|<=|[-+/*%~\\[\\](){}><=.:|,;]");

    /** In the order in which they are tried. */
    private static final Map<Token.Kind, Pattern> WORDS = words();

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String source) {
        this.source = source.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** @throws SyntaxError if it cannot be taken apart */
    static List<Token> tokens(String source) {
        var lexer = new Lexer(source);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        var begin = BEGIN.matcher(source);
        while (begin.find(at)) {
            data(source.substring(at, begin.start()), begin.group(1) != null ? begin.group(1) : begin.group(4));
            at = begin.end();
            if (begin.group(3) == null) {
                raw();
            } else {
                inside(begin.group(3));
            }
        }
        data(source.substring(at), "");
        add(Token.Kind.END, "");
    }

    private void data(String text, @Nullable String control) {
        var kept = "-".equals(control) ? trimmedEnd(text) : text;
        if (!kept.isEmpty()) {
            add(Token.Kind.DATA, kept);
        }
    }

    private static String trimmedEnd(String text) {
        var end = text.length();
        while (end > 0 && Strings.isSpace(text.codePointBefore(end))) {
            end--;
        }
        return text.substring(0, end);
    }

    private void raw() {
        var end = END_RAW.matcher(source);
        if (!end.find(at)) {
            throw new SyntaxError("Missing end of raw directive");
        }
        data(source.substring(at, end.start()), end.group(1));
        at = end.end();
    }

    private void inside(String begin) {
        switch (begin) {
            case "{#" -> {
                var end = END_COMMENT.matcher(source);
                if (!end.find(at)) {
                    throw new SyntaxError("Missing end of comment tag");
                }
                at = end.end();
            }
            case "{%" -> {
                add(Token.Kind.BLOCK_BEGIN, begin);
                words(END_BLOCK, Token.Kind.BLOCK_END);
            }
            default -> {
                add(Token.Kind.VARIABLE_BEGIN, begin);
                words(END_VARIABLE, Token.Kind.VARIABLE_END);
            }
        }
    }

    private static Map<Token.Kind, Pattern> words() {
        var words = new LinkedHashMap<Token.Kind, Pattern>();
        words.put(Token.Kind.FLOAT, FLOAT);
        words.put(Token.Kind.INTEGER, INTEGER);
        words.put(Token.Kind.NAME, NAME);
        words.put(Token.Kind.STRING, STRING);
        words.put(Token.Kind.OPERATOR, OPERATOR);
        return words;
    }

    private void words(Pattern end, Token.Kind kind) {
        Deque<Character> open = new ArrayDeque<>();
        while (at < source.length()) {
            var close = at(end);
            if (open.isEmpty() && close != null) {
                add(kind, close.group().strip());
                at = close.end();
                return;
            }
            word(open);
        }
    }

    private @Nullable Matcher at(Pattern pattern) {
        var matcher = pattern.matcher(source).region(at, source.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher : null;
    }

    private void word(Deque<Character> open) {
        var space = at(SPACE);
        if (space != null) {
            at = space.end();
            return;
        }
        for (var kind : WORDS.entrySet()) {
            var found = at(kind.getValue());
            if (found != null) {
                take(kind.getKey(), found, open);
                return;
            }
        }
        throw new SyntaxError("unexpected char '" + Character.toString(source.codePointAt(at)) + "' at " + at);
    }

    private void take(Token.Kind kind, Matcher found, Deque<Character> open) {
        if (kind == Token.Kind.OPERATOR) {
            balance(found.group().charAt(0), open);
        }
        add(kind, kind == Token.Kind.STRING ? meant(found) : found.group());
        at = found.end();
    }

    private static String meant(Matcher string) {
        var meant = Escapes.resolve(string.group(1) != null ? string.group(1) : string.group(2));
        if (meant == null) {
            throw new SyntaxError("broken escape within quotes");
        }
        return meant;
    }

    private static void balance(char sign, Deque<Character> open) {
        switch (sign) {
            case '(' -> open.push(')');
            case '[' -> open.push(']');
            case '{' -> open.push('}');
            case ')', ']', '}' -> {
                if (open.isEmpty()) {
                    throw new SyntaxError("unexpected '" + sign + "'");
                }
                var expected = open.pop();
                if (expected != sign) {
                    throw new SyntaxError("unexpected '" + sign + "', expected '" + expected + "'");
                }
            }
            default -> {
                // Only brackets are balanced.
            }
        }
    }

    private void add(Token.Kind kind, String text) {
        tokens.add(new Token(kind, text));
    }
}
