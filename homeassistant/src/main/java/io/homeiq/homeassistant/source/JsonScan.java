package io.homeiq.homeassistant.source;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the bytes of one JSON text and builds nothing: what is not asked for costs one look at each byte. History
 * is mostly values that nobody asks for (the state before, with all its attributes), so this is several times faster
 * than a parser of tokens. Values that are skipped are only checked for matching brackets and quotes.
 */
final class JsonScan {

    /** The text is no JSON. Without a stack trace, because bad lines may come by the million. */
    static final class Malformed extends Exception {
        Malformed() {
            super("invalid JSON", null, false, false);
        }
    }

    private final Malformed malformed = new Malformed();
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int textFrom;
    private int textTo;
    private boolean escaped;

    /** What to throw where a value makes no sense. */
    Malformed malformed() {
        return malformed;
    }

    void over(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return at;
    }

    /** The next byte that is no space, without moving over it; -1 at the end. */
    int peek() {
        while (at < end) {
            byte next = bytes[at];
            if (next > ' ') {
                return next;
            }
            if (next != ' ' && next != '\t' && next != '\n' && next != '\r') {
                return next;
            }
            at++;
        }
        return -1;
    }

    /** Moves over the byte if it is the next one. */
    boolean take(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char wanted) throws Malformed {
        if (!take(wanted)) {
            throw malformed;
        }
    }

    void expectEnd() throws Malformed {
        if (peek() >= 0) {
            throw malformed;
        }
    }

    /** Moves to the next key of an object whose brace or last value was just passed; false, and past it, at its end. */
    boolean nextKey(boolean isFirst) throws Malformed {
        if (take('}')) {
            return false;
        }
        if (!isFirst) {
            expect(',');
        }
        text();
        expect(':');
        return true;
    }

    /** Moves over a text; its bytes are from {@link #textFrom} to {@link #textTo} then. */
    void text() throws Malformed {
        expect('"');
        int i = at;
        textFrom = i;
        escaped = false;
        while (i < end) {
            byte next = bytes[i];
            if (next == '"') {
                textTo = i;
                at = i + 1;
                return;
            }
            if (next == '\\') {
                escaped = true;
                i++;
            }
            i++;
        }
        throw malformed;
    }

    int textFrom() {
        return textFrom;
    }

    int textTo() {
        return textTo;
    }

    /** Whether the text just passed holds escapes, so that its bytes are not its characters. */
    boolean isEscaped() {
        return escaped;
    }

    /** Moves over {@code null} if it is next. */
    boolean takeNull() {
        if (peek() == 'n' && end - at >= 4 && bytes[at + 1] == 'u' && bytes[at + 2] == 'l' && bytes[at + 3] == 'l') {
            at += 4;
            return true;
        }
        return false;
    }

    /** Moves over any one value. */
    void skip() throws Malformed {
        int next = peek();
        if (next == '"') {
            text();
        } else if (next == '{' || next == '[') {
            skipNested(0);
        } else {
            skipScalar();
        }
    }

    /** Moves behind the end of the object whose value was just passed, whatever else it holds. */
    void leaveObject() throws Malformed {
        skipNested(1);
    }

    private void skipNested(int openBrackets) throws Malformed {
        int depth = openBrackets;
        byte[] source = bytes;
        int i = at;
        while (i < end) {
            switch (source[i]) {
                case '"' -> {
                    i++;
                    while (i < end && source[i] != '"') {
                        i += source[i] == '\\' ? 2 : 1;
                    }
                }
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    depth--;
                    if (depth == 0) {
                        at = i + 1;
                        return;
                    }
                }
                default -> {}
            }
            i++;
        }
        throw malformed;
    }

    private void skipScalar() throws Malformed {
        int from = at;
        while (at < end && isScalar(bytes[at])) {
            at++;
        }
        if (from == at) {
            throw malformed;
        }
    }

    private static boolean isScalar(byte next) {
        return next >= '0' && next <= '9'
                || next >= 'a' && next <= 'z'
                || next >= 'A' && next <= 'Z'
                || next == '-'
                || next == '+'
                || next == '.';
    }

    /** The bytes of the value just skipped as text, for short ones such as numbers. */
    String asText(int from) {
        return new String(bytes, from, at - from, StandardCharsets.UTF_8);
    }
}
