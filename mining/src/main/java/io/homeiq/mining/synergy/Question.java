package io.homeiq.mining.synergy;

import java.time.LocalDate;

/**
 * How closely the two go together. Equal questions of one home have the same answer, so it need not be counted twice.
 *
 * @param lastDay of the history that the answer covers; it has ended, so the answer stays
 * @param extent how much of the history that is, which tells when an import has changed it; one line for machines
 */
public record Question(Pair pair, LocalDate lastDay, String extent) {}
