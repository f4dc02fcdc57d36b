package io.homeiq.mining.safety.conduct;

import io.homeiq.contracts.rule.Condition;

/**
 * A condition within the actions.
 *
 * @param step when it is asked: after all steps with a smaller number
 */
public record Guard(Condition condition, int step) {}
