package io.homeiq.simulation.score;

import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.RoutineChange;
import java.time.Instant;
import java.time.ZoneId;

/** What may be asked of a detector about a routine at the end of the history. */
public enum Fate {
    /** It is followed and was often enough: it must be found. */
    ASKED,
    /** It is followed, but not often enough: it may be found. */
    RARE,
    /** It faded out or has changed of late: whether it is proposed does not count. */
    UNCLEAR,
    /** It is no more: proposing it is wrong. */
    GONE;

    /** So often a routine must have occurred to be asked for. */
    public static final int OFTEN = 12;

    /** So many days after its end a routine must be forgotten. */
    private static final int DAYS_TO_FORGET = 7;

    /**
     * The fate of a routine.
     *
     * @param end of the history
     */
    public static Fate of(PlantedRoutine routine, ZoneId zone, Instant end) {
        RoutineChange change = routine.change();
        if (change == null) {
            return routine.occurrences().size() >= OFTEN ? ASKED : RARE;
        }
        Instant since = change.date().atStartOfDay(zone).toInstant();
        return switch (change.kind()) {
            case MOVES -> {
                long after = routine.occurrences().stream()
                        .filter(time -> !time.isBefore(since))
                        .count();
                yield after >= OFTEN ? ASKED : UNCLEAR;
            }
            case WEAKENS -> UNCLEAR;
            case ENDS ->
                change.date()
                                .plusDays(DAYS_TO_FORGET)
                                .atStartOfDay(zone)
                                .toInstant()
                                .isBefore(end)
                        ? GONE
                        : UNCLEAR;
        };
    }
}
