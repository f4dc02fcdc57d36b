package io.homeiq.store.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The size of a history.
 *
 * @param count events of every kind
 * @param first time of the earliest event; null while there is none
 * @param last time of the latest event; null while there is none
 * @param lastSeq the newest number; 0 while there is none
 * @param entities how many different entities changed
 */
public record HistorySummary(
        long count, @Nullable Instant first, @Nullable Instant last, long lastSeq, int entities) {}
