package io.homeiq.simulation.life;

import static io.homeiq.simulation.house.Calls.call;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Resident;

/** People leave and come home: lock, front door, hall, phones, and for one of them the garage. */
final class ComingAndGoing implements Part {

    private static final CallService UNLOCK = call("unlock", "lock.front_door");
    private static final CallService LOCK = call("lock", "lock.front_door");
    private static final CallService GARAGE_OPENS = call("open_cover", "cover.garage_door");
    private static final CallService GARAGE_CLOSES = call("close_cover", "cover.garage_door");
    private static final int DRIVER = 1;

    /** A sleeping phone drops out of the network for a while, so often a day on average. */
    private static final int PHONE_NAPS = 4;

    private final World world;
    private final Household household;
    private final Hands hands;
    private final Motion motion;
    private final Doors doors;
    private final Chance chance;

    ComingAndGoing(Dwelling dwelling, Chance chance) {
        this.world = dwelling.world();
        this.household = dwelling.household();
        this.hands = dwelling.hands();
        this.motion = dwelling.motion();
        this.doors = dwelling.doors();
        this.chance = chance.fork("coming and going");
    }

    @Override
    public void plan(Day day) {
        for (PersonDay person : household.today().people()) {
            for (Outing outing : person.outings()) {
                if (outing.goes()) {
                    leave(person.who(), outing.from());
                }
                if (outing.comes()) {
                    comeHome(person.who(), outing.until());
                }
            }
            for (int i = chance.below(2 * PHONE_NAPS + 1); i > 0; i--) {
                nap(person.who(), day.within(0, 23, chance));
            }
        }
    }

    /** The phones notice some minutes after the door, the router before the satellites. */
    private void leave(Resident who, long time) {
        long door = time - chance.seconds(60, 200);
        passDoor(who, door);
        world.at(door + chance.seconds(8, 25), () -> {
            if (household.residents().stream().noneMatch(other -> !other.equals(who) && household.isHome(other))) {
                hands.act(who, LOCK, null);
            }
        });
        world.at(time - chance.seconds(0, 50), () -> show(who.wifi(), "not_home"));
        world.at(time, () -> show(who.phone(), "not_home"));
        if (drives(who)) {
            drive(who, door - chance.seconds(40, 80), time - chance.seconds(5, 40));
        }
    }

    private void comeHome(Resident who, long time) {
        passDoor(who, time - chance.seconds(8, 25));
        world.at(time, () -> show(who.wifi(), "home"));
        world.at(time + chance.seconds(15, 200), () -> show(who.phone(), "home"));
        if (drives(who)) {
            drive(who, time - chance.seconds(150, 220), time - chance.seconds(40, 70));
        }
    }

    private boolean drives(Resident who) {
        return household.residents().indexOf(who) == DRIVER;
    }

    private void passDoor(Resident who, long time) {
        world.at(time - chance.seconds(4, 12), () -> hands.act(who, UNLOCK, null));
        world.at(time, () -> doors.opens("front_door", 4, 9));
        world.at(time + chance.seconds(-6, 3), () -> motion.seen("hall_motion"));
    }

    private void drive(Resident who, long opens, long closes) {
        world.at(opens, () -> hands.act(who, GARAGE_OPENS, null));
        world.at(closes, () -> hands.act(who, GARAGE_CLOSES, null));
    }

    private void nap(Resident who, long time) {
        world.at(time, () -> show(who.wifi(), "not_home"));
        world.at(time + chance.minutes(3, 15), () -> {
            if (household.isHome(who)) {
                show(who.wifi(), "home");
            }
        });
    }

    private void show(EntityId tracker, String place) {
        world.set(Step.of(tracker, place, Actor.ITSELF));
    }
}
