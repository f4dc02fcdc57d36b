package io.homeiq.contracts.file;

import java.time.Instant;

/**
 * What an analysis covers.
 *
 * @param days local days from the first to the last event
 * @param learnedDays of these, those that habits were learned from
 * @param heldOutDays the rest, on which they were proven
 */
public record AnalysisPeriod(Instant start, Instant end, int days, int learnedDays, int heldOutDays) {}
