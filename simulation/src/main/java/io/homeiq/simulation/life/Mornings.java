package io.homeiq.simulation.life;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.machine.Sensors;

/** After getting up most people take a shower, which the humidity of the bathroom tells. */
final class Mornings implements Part {

    private static final double SHOWER = 0.8;

    private final Dwelling dwelling;
    private final Sensors sensors;
    private final Chance chance;

    Mornings(Dwelling dwelling, Sensors sensors, Chance chance) {
        this.dwelling = dwelling;
        this.sensors = sensors;
        this.chance = chance.fork("mornings");
    }

    @Override
    public void plan(Day day) {
        for (PersonDay person : dwelling.household().today().people()) {
            if (chance.happens(SHOWER)) {
                dwelling.world().at(person.wakes() + chance.minutes(5, 40), () -> shower(person.who()));
            }
        }
    }

    private void shower(Resident who) {
        if (dwelling.household().isHome(who)) {
            dwelling.motion().seen("bathroom_motion");
            sensors.steam();
        }
    }
}
