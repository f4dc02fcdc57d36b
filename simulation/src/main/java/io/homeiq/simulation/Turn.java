package io.homeiq.simulation;

import io.homeiq.contracts.rule.Condition;

/** What became of a habit after an automation of ours had taken it over. */
public sealed interface Turn {

    /** It stays as it was. */
    record Keeps() implements Turn {}

    /**
     * It is done at another time; where it answers something, so much later than at once.
     *
     * @param minutes how much later; negative: earlier
     */
    record Moves(int minutes) implements Turn {}

    /** It is done only where something else holds as well. */
    record Gains(Condition condition) implements Turn {}

    /** It is done at another time, as {@link Moves} says, and there only where something else holds as well. */
    record MovesAndGains(int minutes, Condition condition) implements Turn {}

    /** Nobody wants it any more. */
    record Ends() implements Turn {}
}
