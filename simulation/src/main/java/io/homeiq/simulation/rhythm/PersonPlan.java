package io.homeiq.simulation.rhythm;

import java.util.List;

/**
 * What one person has in mind for a day. Sleep and absences may end on the next one.
 *
 * @param who number of the person, from 0 on
 * @param usual false on a day that is like no other: ill, or on holiday
 */
record PersonPlan(int who, long wakes, long sleeps, List<Absence> absences, boolean usual) {

    PersonPlan {
        absences = List.copyOf(absences);
    }

    boolean isOut(long time) {
        return absences.stream().anyMatch(absence -> absence.contains(time));
    }

    boolean isAwake(long time) {
        return time >= wakes && time < sleeps;
    }
}
