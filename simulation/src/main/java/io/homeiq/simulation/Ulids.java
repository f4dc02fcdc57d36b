package io.homeiq.simulation;

import java.util.random.RandomGenerator;

/** Context ids as Home Assistant makes them: 26 characters of Crockford's Base32, the first ten the time in milliseconds. */
final class Ulids {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_CHARACTERS = 10;
    private static final int RANDOM_CHARACTERS = 16;

    private Ulids() {}

    static String of(long epochMillis, RandomGenerator random) {
        char[] text = new char[TIME_CHARACTERS + RANDOM_CHARACTERS];
        for (int i = 0; i < TIME_CHARACTERS; i++) {
            text[i] = ALPHABET.charAt((int) (epochMillis >>> (5 * (TIME_CHARACTERS - 1 - i))) & 31);
        }
        long bits = random.nextLong();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            if (i == RANDOM_CHARACTERS / 2) {
                bits = random.nextLong();
            }
            text[TIME_CHARACTERS + i] = ALPHABET.charAt((int) (bits >>> (5 * (i % 8))) & 31);
        }
        return new String(text);
    }
}
