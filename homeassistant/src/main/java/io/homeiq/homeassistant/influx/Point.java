package io.homeiq.homeassistant.influx;

import java.time.Instant;
import java.util.Map;

/**
 * One row of an InfluxDB, whichever version it comes from.
 *
 * @param fields texts, numbers as {@link Double}, and booleans; what is null is left out
 */
record Point(String measurement, Map<String, String> tags, Map<String, Object> fields, Instant time) {

    private static final long NANOS_OF_MICRO = 1_000;
    private static final long NANOS_OF_SECOND = 1_000_000_000;
    private static final Instant LATEST = Instant.parse("2262-01-01T00:00:00Z");

    /**
     * The time in nanoseconds since 1970 as Home Assistant meant it: it counts in microseconds, and some of its clients
     * lose a part of one on the way through a number with a point.
     */
    static Instant time(long nanos) {
        long micros = Math.floorDiv(nanos, NANOS_OF_MICRO);
        long rounded = Math.floorMod(nanos, NANOS_OF_MICRO) * 2 < NANOS_OF_MICRO ? micros : micros + 1;
        return Instant.EPOCH.plusNanos(rounded * NANOS_OF_MICRO);
    }

    /** Nanoseconds since 1970, up to the latest that InfluxDB knows. */
    static long nanos(Instant time) {
        return time.isBefore(LATEST)
                ? Math.multiplyExact(time.getEpochSecond(), NANOS_OF_SECOND) + time.getNano()
                : LATEST.getEpochSecond() * NANOS_OF_SECOND;
    }
}
