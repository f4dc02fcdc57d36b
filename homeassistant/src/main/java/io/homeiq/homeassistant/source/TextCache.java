package io.homeiq.homeassistant.source;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes one text of equal bytes: a history says "off" a million times. Bounded: a new text takes the place of an old
 * one with the same slot. Not thread-safe.
 */
final class TextCache {

    /** Slots; a power of two. */
    private static final int SIZE = 8_192;

    /** Longer texts are rarely said twice, in bytes. */
    private static final int MAX_LENGTH = 64;

    private final @Nullable String[] slots = new @Nullable String[SIZE];

    /** The text of these bytes, in UTF-8 without escapes. */
    String text(byte[] bytes, int from, int to) {
        if (to - from > MAX_LENGTH) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        int slot = hash(bytes, from, to) & SIZE - 1;
        String known = slots[slot];
        if (known != null && isSame(known, bytes, from, to)) {
            return known;
        }
        String fresh = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        slots[slot] = fresh;
        return fresh;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 13;
    }

    /** Whether the bytes spell the text. Never true for a text beyond ASCII: its bytes are negative and its characters are not. */
    static boolean isSame(String known, byte[] bytes, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (known.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
