package io.homeiq.store.history;

import java.nio.charset.StandardCharsets;

/** Makes texts of bytes, and one object only for the short ones that come again and again, such as "on". */
final class ShortTexts {

    /** So that the bytes and their number fit into a long. */
    private static final int MAX_SHORT = 7;

    /** A power of two. A text that falls on the place of another one takes it. */
    private static final int PLACES = 1_024;

    private final long[] keys = new long[PLACES];
    private final String[] texts = new String[PLACES];

    String of(byte[] utf8) {
        if (utf8.length > MAX_SHORT) {
            return new String(utf8, StandardCharsets.UTF_8);
        }
        long key = utf8.length + 1L;
        for (byte b : utf8) {
            key = key << Byte.SIZE | b & 0xff;
        }
        int place = Long.hashCode(key * 0x9E3779B97F4A7C15L) & PLACES - 1;
        if (keys[place] != key) {
            keys[place] = key;
            texts[place] = new String(utf8, StandardCharsets.UTF_8);
        }
        return texts[place];
    }
}
