package io.homeiq.store.pattern;

import java.time.Instant;

/**
 * A pattern as it was found at one moment.
 *
 * @param recordedAt to the millisecond
 * @param confidence 0 to 1
 */
public record PatternPoint(Instant recordedAt, double confidence, int occurrences, boolean proven) {}
