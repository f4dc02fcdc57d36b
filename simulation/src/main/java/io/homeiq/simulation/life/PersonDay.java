package io.homeiq.simulation.life;

import io.homeiq.simulation.house.Resident;
import java.util.List;

/**
 * What one person has in mind for a day.
 *
 * @param sleeps may lie after midnight
 * @param outings in order of time
 * @param usual false on a day that is like no other: ill, or on holiday
 */
record PersonDay(Resident who, long wakes, long sleeps, List<Outing> outings, boolean usual) {

    PersonDay {
        outings = List.copyOf(outings);
    }

    boolean isOut(long time) {
        return outings.stream().anyMatch(outing -> outing.contains(time));
    }

    boolean isAwake(long time) {
        return time >= wakes && time < sleeps;
    }
}
