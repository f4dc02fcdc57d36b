package io.homeiq.homeassistant.influx;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is asked of an InfluxDB of either version. Each call is a question, and blocks until it is answered. */
interface HistoryPages {

    /** The earliest time at or after this one of which something is told; null if there is none. */
    @Nullable
    Instant next(Instant from);

    /** Hands over every row from one time up to, not including, another, in any order. */
    void read(Instant from, Instant to, Consumer<Point> sink);
}
