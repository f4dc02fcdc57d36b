package io.homeiq.homeassistant.source;

import io.homeiq.contracts.home.HomeEvent;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts a reading while it runs, on its way to the sink. */
final class Tally {

    private final Consumer<HomeEvent> sink;
    private final TreeMap<String, Long> skipped = new TreeMap<>();
    private long rows;
    private long events;
    private @Nullable Instant first;
    private @Nullable Instant last;

    Tally(Consumer<HomeEvent> sink) {
        this.sink = sink;
    }

    void row() {
        rows++;
    }

    long rows() {
        return rows;
    }

    void skip(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    /** Counts rows that were left out without being looked at one by one. */
    void skipRows(String reason, long count) {
        if (count > 0) {
            rows += count;
            skipped.merge(reason, count, Long::sum);
        }
    }

    void deliver(HomeEvent event) {
        Instant time = event.time();
        if (first == null || time.isBefore(first)) {
            first = time;
        }
        if (last == null || time.isAfter(last)) {
            last = time;
        }
        events++;
        sink.accept(event);
    }

    SourceReport report() {
        return new SourceReport(rows, events, skipped, first, last);
    }
}
