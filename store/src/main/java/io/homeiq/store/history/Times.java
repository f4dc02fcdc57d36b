package io.homeiq.store.history;

import java.time.Instant;

/** Times as the file holds them: microseconds since 1970, as exact as Home Assistant's. */
final class Times {

    static final long MICROS_PER_MILLI = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private Times() {}

    /** Finer parts are cut off. */
    static long micros(Instant time) {
        try {
            return Math.addExact(
                    Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND), time.getNano() / NANOS_PER_MICRO);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("time must lie within 290,000 years around 1970, was: " + time, e);
        }
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
    }

    /** The millisecond as the index counts it: like SQLite's division, towards 1970. */
    static long bucket(long micros) {
        return micros / MICROS_PER_MILLI;
    }
}
