package io.homeiq.homeassistant.template.python;

import java.util.LinkedHashSet;
import java.util.regex.Pattern;

/** The parts of a printed literal, one after the other. Line breaks count as blanks within brackets only. */
final class Literals {

    private static final Pattern NUMBER = Pattern.compile(
            "0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\\d+(?:_\\d+)*\\.?(?:\\d+(?:_\\d+)*)?|\\.\\d+(?:_\\d+)*)(?:[eE][+-]?\\d+)?");
    private static final Pattern PREFIX = Pattern.compile("(?i)[bru]|[br]{2}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    private final String text;
    private int at;
    private int open;

    Literals(String text) {
        this.text = text;
    }

    void open() {
        open++;
    }

    void close() {
        open--;
    }

    private void skip() {
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\f' || open > 0 && (c == '\n' || c == '\r')) {
                at++;
            } else if (c == '#') {
                var end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                return;
            }
        }
    }

    boolean atEnd() {
        skip();
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            at++;
            skip();
        }
        return at == text.length();
    }

    boolean isNext(String sign) {
        skip();
        return text.startsWith(sign, at);
    }

    boolean take(String sign) {
        if (isNext(sign)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    void need(String sign) {
        if (!take(sign)) {
            throw new Literal.NotLiteral();
        }
    }

    /** A number, text, True, False or None. */
    Object scalar() {
        skip();
        if (at == text.length()) {
            throw new Literal.NotLiteral();
        }
        var c = text.charAt(at);
        if (text.startsWith("...", at)) {
            throw new Unsupported("a result of three dots");
        }
        if (c == '\'' || c == '"') {
            var joined = new StringBuilder(string(c));
            for (skip(); at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"'); skip()) {
                joined.append(string(text.charAt(at)));
            }
            return joined.toString();
        }
        if (c == '+' || c == '-') {
            at++;
            return Arithmetic.signed(number(), c == '-');
        }
        return Character.isDigit(c) || c == '.' ? number() : word();
    }

    private Object word() {
        var word = WORD.matcher(text).region(at, text.length());
        if (!word.lookingAt()) {
            throw new Literal.NotLiteral();
        }
        at = word.end();
        if (at < text.length()
                && "'\"".indexOf(text.charAt(at)) >= 0
                && PREFIX.matcher(word.group()).matches()) {
            throw new Unsupported("a result with " + word.group() + " before quotes");
        }
        return switch (word.group()) {
            case "True" -> true;
            case "False" -> false;
            case "None" -> None.NONE;
            case "set" -> emptySet();
            default -> throw new Literal.NotLiteral();
        };
    }

    private Object emptySet() {
        need("(");
        need(")");
        return new LinkedHashSet<>();
    }

    private Object number() {
        skip();
        var number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw new Literal.NotLiteral();
        }
        at = number.end();
        if (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            throw new Literal.NotLiteral();
        }
        var digits = number.group();
        var prefixed = digits.length() > 1 && Character.isLetter(digits.charAt(1)) && digits.charAt(0) == '0';
        if (!prefixed && (digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0)) {
            return Double.valueOf(digits.replace("_", ""));
        }
        var integer = Numbers.parseInteger(digits, 0);
        if (integer == null) {
            throw new Literal.NotLiteral();
        }
        return integer;
    }

    private String string(char quote) {
        var triple = String.valueOf(quote).repeat(3);
        if (text.startsWith(triple, at)) {
            throw new Unsupported("a result with texts in triple quotes");
        }
        var end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            if (text.charAt(end) == '\n') {
                throw new Literal.NotLiteral();
            }
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw new Literal.NotLiteral();
        }
        var body = text.substring(at + 1, end);
        at = end + 1;
        var unescaped = Escapes.resolve(body);
        if (unescaped == null) {
            throw new Literal.NotLiteral();
        }
        return unescaped;
    }
}
