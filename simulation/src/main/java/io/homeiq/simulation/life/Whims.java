package io.homeiq.simulation.life;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import java.util.List;
import java.util.Map;

/** People use things at no special time; often a motion sensor sees them come. */
final class Whims implements Part {

    private static final Map<EntityId, String> SEEN_BY = Map.of(
            new EntityId("light.kitchen"), "kitchen_motion",
            new EntityId("switch.kettle"), "kitchen_motion",
            new EntityId("light.living_room"), "living_motion",
            new EntityId("light.hall"), "hall_motion");

    private static final double SEEN = 0.6;
    private static final int MORNING = 6;

    private final Dwelling dwelling;
    private final List<Whim> whims;
    private final Chance chance;

    Whims(Dwelling dwelling, List<Whim> whims, Chance chance) {
        this.dwelling = dwelling;
        this.whims = List.copyOf(whims);
        this.chance = chance.fork("whims");
    }

    @Override
    public void plan(Day day) {
        for (Whim whim : whims) {
            for (int i = whim.least() + chance.below(whim.most() - whim.least() + 1); i > 0; i--) {
                long time = day.within(whim.fromHour(), whim.hours(), chance);
                dwelling.world().at(time, () -> begin(whim));
            }
        }
    }

    private void begin(Whim whim) {
        Household household = dwelling.household();
        boolean night = dwelling.world().clock().timeAt(dwelling.world().now()).getHour() < MORNING;
        (night ? household.someoneHome() : household.someoneUp()).ifPresent(who -> {
            String sensor = SEEN_BY.get(whim.call().targets().getFirst());
            if (sensor != null && chance.happens(SEEN)) {
                dwelling.motion().seen(sensor);
            }
            dwelling.world().after(chance.seconds(1, 15), () -> dwelling.hands().act(who, whim.call(), null));
            if (whim.undo() != null) {
                long lasts = chance.minutes(whim.leastMinutes(), whim.mostMinutes());
                new LastingUse(dwelling, chance).endAfter(lasts, whim.undo());
            }
        });
    }
}
