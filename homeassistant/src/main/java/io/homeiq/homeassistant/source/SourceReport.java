package io.homeiq.homeassistant.source;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a reading of a file came to.
 *
 * @param rows lines or table rows that were looked at
 * @param events events handed over; the rows less the skipped ones
 * @param skipped how many rows were left out, by the reason in a few words
 * @param first the earliest time of an event; null if there was none
 * @param last the latest time of an event; null if there was none
 */
public record SourceReport(
        long rows,
        long events,
        SortedMap<String, Long> skipped,
        @Nullable Instant first,
        @Nullable Instant last) {

    public SourceReport {
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    }
}
