package io.homeiq.simulation.life;

import io.homeiq.simulation.engine.Day;
import java.util.List;

/**
 * What everybody has in mind for a day.
 *
 * @param guests whether people come to visit in the evening
 */
record DayPlan(Day day, boolean guests, List<PersonDay> people) {

    DayPlan {
        people = List.copyOf(people);
    }
}
