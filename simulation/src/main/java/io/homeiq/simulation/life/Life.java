package io.homeiq.simulation.life;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.machine.Sensors;
import java.util.ArrayList;
import java.util.List;

/** Everything that the people of a home do without a routine. */
public final class Life {

    private Life() {}

    /**
     * The parts in the order in which they plan a day; the household comes first.
     *
     * @param routines whether people also have routines; if not, they use the same things at any time
     */
    public static List<Part> parts(Dwelling dwelling, Sensors sensors, boolean routines, Chance chance) {
        List<Whim> whims = new ArrayList<>(WhimBook.ALWAYS);
        if (!routines) {
            whims.addAll(WhimBook.INSTEAD_OF_ROUTINES);
        }
        return List.of(
                dwelling.household(),
                dwelling.motion(),
                dwelling.doors(),
                new ComingAndGoing(dwelling, chance),
                new Mornings(dwelling, sensors, chance),
                new Evenings(dwelling, chance),
                new Whims(dwelling, whims, chance));
    }
}
