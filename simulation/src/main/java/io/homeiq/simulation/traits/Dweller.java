package io.homeiq.simulation.traits;

import io.homeiq.simulation.house.Resident;

/**
 * Somebody who lives in a home, and how.
 *
 * @param wakeMinute usual minute of the day of waking
 * @param leaveMinute usual minute of the day of leaving for work
 * @param workMinutes how long work keeps them out
 * @param bedMinute minutes after the beginning of the day at which they sleep; beyond 1,440 after midnight
 * @param looseness spread of all these, in minutes
 */
public record Dweller(
        Resident resident,
        WeekShape week,
        int wakeMinute,
        int leaveMinute,
        int workMinutes,
        int bedMinute,
        double looseness) {}
