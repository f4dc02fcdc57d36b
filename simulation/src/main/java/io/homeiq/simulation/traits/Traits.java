package io.homeiq.simulation.traits;

import io.homeiq.simulation.engine.LogFaults;
import io.homeiq.simulation.engine.Noise;
import java.util.List;

/**
 * All in which this home differs from others.
 *
 * @param opaqueNames entity ids say nothing, as those of devices that were never renamed
 * @param size about how many entities there are
 * @param trackers whether Home Assistant knows who is at home
 * @param lightMeter whether a sensor measures the light outside
 * @param noise how times spread
 * @param looseness how unpunctual people are, 1 being usual
 * @param liveliness how often people use things without a habit, 1 being usual
 * @param hiddenUsers share of people's acts that carry no user id, 0 to 1
 */
public record Traits(
        Place place,
        List<Dweller> people,
        boolean opaqueNames,
        int size,
        boolean trackers,
        boolean lightMeter,
        Noise noise,
        double looseness,
        double liveliness,
        double hiddenUsers,
        LogFaults faults,
        Confounders confounders) {

    public Traits {
        people = List.copyOf(people);
        if (people.isEmpty() || !(hiddenUsers >= 0 && hiddenUsers <= 1)) {
            throw new IllegalArgumentException("a home needs people, and hiddenUsers within 0 and 1, was: "
                    + people.size() + " and " + hiddenUsers);
        }
    }
}
