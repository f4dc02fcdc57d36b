package io.homeiq.homeassistant.template.python;

import org.jspecify.annotations.Nullable;

/** Python's escapes within quotes. */
public final class Escapes {

    private Escapes() {}

    /** The text that is meant; null if an escape is broken. */
    public static @Nullable String resolve(String body) {
        if (body.indexOf('\\') < 0) {
            return body;
        }
        var text = new StringBuilder();
        for (var at = 0; at < body.length(); at++) {
            var c = body.charAt(at);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            if (++at == body.length()) {
                return null;
            }
            var length = one(body, at, text);
            if (length < 0) {
                return null;
            }
            at += length - 1;
        }
        return text.toString();
    }

    /** Appends what the escape means; its length behind the backslash, or -1. */
    private static int one(String body, int at, StringBuilder text) {
        var c = body.charAt(at);
        var simple = "\n\\'\"abfnrtv".indexOf(c);
        if (c == '\n') {
            return 1;
        }
        if (simple > 0) {
            text.append("\n\\'\"\u0007\b\f\n\r\t\u000b".charAt(simple));
            return 1;
        }
        if (c >= '0' && c <= '7') {
            return octal(body, at, text);
        }
        return switch (c) {
            case 'x' -> hexadecimal(body, at, 2, text);
            case 'u' -> hexadecimal(body, at, 4, text);
            case 'U' -> hexadecimal(body, at, 8, text);
            case 'N' -> throw new Unsupported("characters by name (\\N)");
            default -> {
                text.append('\\').append(c);
                yield 1;
            }
        };
    }

    private static int octal(String body, int at, StringBuilder text) {
        var end = at;
        while (end < body.length() && end < at + 3 && body.charAt(end) >= '0' && body.charAt(end) <= '7') {
            end++;
        }
        text.append((char) Integer.parseInt(body.substring(at, end), 8));
        return end - at;
    }

    private static int hexadecimal(String body, int at, int digits, StringBuilder text) {
        var end = at + 1 + digits;
        if (end > body.length() || !body.substring(at + 1, end).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return -1;
        }
        var point = Long.parseLong(body.substring(at + 1, end), 16);
        if (point > Character.MAX_CODE_POINT) {
            return -1;
        }
        text.appendCodePoint((int) point);
        return digits + 1;
    }
}
