package io.homeiq.simulation;

import java.time.LocalDate;

/**
 * A habit that is not what it was.
 *
 * @param date the first day of the new ways
 * @param minutes how much later it is done from then on; negative: earlier; 0 unless it moves
 */
public record RoutineChange(Kind kind, LocalDate date, int minutes) {

    /** What became of it. */
    public enum Kind {
        MOVES,
        WEAKENS,
        ENDS
    }
}
