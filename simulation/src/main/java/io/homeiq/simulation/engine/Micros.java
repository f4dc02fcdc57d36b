package io.homeiq.simulation.engine;

import java.time.Instant;

/** Time as the simulation counts it: microseconds since 1970 in UTC, as fine as Home Assistant notes it. */
public final class Micros {

    public static final long MILLISECOND = 1_000;
    public static final long SECOND = 1_000 * MILLISECOND;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;

    private static final int NANOS = 1_000;

    private Micros() {}

    public static long of(Instant time) {
        return time.getEpochSecond() * SECOND + time.getNano() / NANOS;
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * NANOS);
    }
}
