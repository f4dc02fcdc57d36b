package io.homeiq.simulation.habit;

import io.homeiq.contracts.rule.Condition;
import java.util.List;

/** What becomes of a habit over the weeks; days are counted from 0. */
sealed interface Course {

    /** It stays as it is. */
    record Steady() implements Course {}

    /** From a day on it is done at another time; minutes below 0 are earlier. */
    record Moves(int day, int minutes) implements Course {}

    /** From a day on it is mostly left out. */
    record Weakens(int day, double missed) implements Course {}

    /** From a day on nobody does it. */
    record Ends(int day) implements Course {}

    /** From a day on it is done only where something else holds as well. */
    record Gains(int day, Condition condition) implements Course {}

    /** From a day on both: at another time, and only where something else holds. */
    record MovesAndGains(int day, int minutes, Condition condition) implements Course {}

    /** What must hold as well on a day. */
    default List<Condition> conditionsOn(int number) {
        return switch (this) {
            case Gains gains when number >= gains.day() -> List.of(gains.condition());
            case MovesAndGains both when number >= both.day() -> List.of(both.condition());
            default -> List.of();
        };
    }

    /** By how much it is later on a day, in minutes. */
    default int shiftOn(int number) {
        return switch (this) {
            case Moves moves when number >= moves.day() -> moves.minutes();
            case MovesAndGains both when number >= both.day() -> both.minutes();
            default -> 0;
        };
    }

    /** The chance that it is left out on a day, where that is this much at first. */
    default double missedOn(int number, double missed) {
        return switch (this) {
            case Weakens weakens when number >= weakens.day() -> weakens.missed();
            case Ends ends when number >= ends.day() -> 1;
            default -> missed;
        };
    }
}
