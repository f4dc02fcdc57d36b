package io.homeiq.simulation.habit;

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

    /** By how much it is later on a day, in minutes. */
    default int shiftOn(int number) {
        return this instanceof Moves moves && number >= moves.day() ? moves.minutes() : 0;
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
