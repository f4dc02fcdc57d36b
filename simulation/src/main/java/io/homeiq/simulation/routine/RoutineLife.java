package io.homeiq.simulation.routine;

import io.homeiq.contracts.rule.CallService;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Change;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.life.Dwelling;
import io.homeiq.simulation.life.LastingUse;
import io.homeiq.simulation.routine.Routine.Deed;
import java.util.Optional;

/** Has people follow one routine: mostly, not to the second, and not when they are away, ill or have guests. */
public final class RoutineLife implements Part {

    private final Routine routine;
    private final Dwelling dwelling;
    private final World world;
    private final Chance chance;

    public RoutineLife(Routine routine, Dwelling dwelling, Chance chance) {
        this.routine = routine;
        this.dwelling = dwelling;
        this.world = dwelling.world();
        this.chance = chance.fork(routine.id());
        if (routine instanceof Routine.After after) {
            world.watch(after.occasion().entity(), change -> answer(after, change));
        }
    }

    @Override
    public void plan(Day day) {
        if (routine instanceof Routine.AtTime clock && clock.weekdays().contains(day.weekday())) {
            Deed deed = clock.deed();
            long time = day.around(clock.time(), clock.jitterMinutes(), chance);
            if (!chance.happens(deed.missed())) {
                world.at(time, () -> doAtHome(deed));
            }
        }
    }

    private void doAtHome(Deed deed) {
        Resident owner = dwelling.household().residents().get(deed.owner());
        if (dwelling.household().isHome(owner) && dwelling.household().isUsualDay(owner)) {
            perform(deed, owner);
        }
    }

    private void answer(Routine.After after, Change change) {
        boolean happened = change.isReal()
                && change.before().equals(after.occasion().from())
                && change.after().equals(after.occasion().to())
                && after.occasion().holdsAt(world.clock().timeAt(world.now()));
        if (happened && !chance.happens(after.deed().missed())) {
            long delay =
                    chance.seconds(after.delay().leastSeconds(), after.delay().mostSeconds());
            world.after(delay, () -> whoeverIsHome(after.deed()).ifPresent(who -> perform(after.deed(), who)));
        }
    }

    private Optional<Resident> whoeverIsHome(Deed deed) {
        Resident owner = dwelling.household().residents().get(deed.owner());
        return dwelling.household().isHome(owner)
                ? Optional.of(owner)
                : dwelling.household().someoneHome();
    }

    private void perform(Deed deed, Resident who) {
        dwelling.hands().act(who, deed.call(), routine.id());
        if (!deed.lasting().isForever()) {
            CallService off = CallService.of(deed.entity().domain(), "turn_off", deed.entity());
            long lasts =
                    chance.minutes(deed.lasting().leastMinutes(), deed.lasting().mostMinutes());
            new LastingUse(dwelling, chance).endAfter(lasts, off);
        }
    }
}
