package io.homeiq.mining;

import java.time.Instant;

/**
 * What an analysis covers.
 *
 * @param days local days from the first to the last event, both counted
 * @param learnedDays of these, the first ones, from which habits were learned
 * @param heldOutDays the rest, on which they were proven
 */
public record Period(Instant start, Instant end, int days, int learnedDays, int heldOutDays) {}
