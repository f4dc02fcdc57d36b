package io.homeiq.simulation.engine;

import java.nio.charset.StandardCharsets;

/** Context ids as Home Assistant makes them: 26 characters of Crockford's Base32, the first ten the time in milliseconds. */
final class Ulids {

    private static final byte[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".getBytes(StandardCharsets.US_ASCII);
    private static final int TIME_CHARACTERS = 10;
    private static final int WORD_CHARACTERS = 8;
    private static final int BITS = 5;

    private Ulids() {}

    static String of(long epochMillis, Chance chance) {
        byte[] text = new byte[TIME_CHARACTERS + 2 * WORD_CHARACTERS];
        put(text, 0, TIME_CHARACTERS, epochMillis);
        put(text, TIME_CHARACTERS, WORD_CHARACTERS, chance.bits());
        put(text, TIME_CHARACTERS + WORD_CHARACTERS, WORD_CHARACTERS, chance.bits());
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void put(byte[] text, int from, int characters, long bits) {
        for (int i = 0; i < characters; i++) {
            text[from + i] = ALPHABET[(int) (bits >>> (BITS * (characters - 1 - i))) & 31];
        }
    }
}
