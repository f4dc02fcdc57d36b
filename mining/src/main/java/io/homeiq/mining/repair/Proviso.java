package io.homeiq.mining.repair;

import io.homeiq.contracts.rule.Condition;

/**
 * A condition that people may want added.
 *
 * @param prior how likely it is among all conditions, before anything was seen
 * @param comesRound whether it will hold again by itself, as a kind of day or the darkness does, however long it has not
 */
record Proviso(Condition condition, double prior, boolean comesRound) {}
