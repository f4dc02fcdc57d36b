package io.homeiq.simulation.habit;

import static io.homeiq.simulation.house.Calls.call;
import static io.homeiq.simulation.house.Calls.dimmed;
import static io.homeiq.simulation.house.Calls.off;
import static io.homeiq.simulation.house.Calls.on;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Role;
import io.homeiq.simulation.rhythm.Urge;
import java.util.List;

/** What people do with a thing, and what must have been done before so that they can. */
final class Deeds {

    private static final double DIMMED = 0.5;
    private static final int LEVEL_STEP = 10;
    private static final double NOTICED_AFTER_MINUTES = 180;

    private Deeds() {}

    /** Switching on, closing or locking; it is put back after a while, but a lock is not. */
    static Act use(Fixture thing, Chance chance) {
        String id = thing.id().value();
        double lasts = chance.between(30, 110);
        return switch (thing.role()) {
            case SHUTTER -> act(thing, "close_cover", "closed", "open_cover", 4 * lasts);
            case LOCK -> new Act(call("lock", id), "locked", 0, 0, null, 0);
            case READING_LAMP, LAMP ->
                new Act(
                        chance.happens(DIMMED) ? dimmed(id, LEVEL_STEP * (2 + chance.below(5))) : on(id),
                        "on",
                        0,
                        0,
                        off(id),
                        lasts);
            default -> act(thing, "turn_on", "on", "turn_off", lasts);
        };
    }

    private static Act act(Fixture thing, String service, String state, String undo, double lasts) {
        String id = thing.id().value();
        return new Act(call(service, id), state, 0, 0, call(undo, id), lasts);
    }

    /** Switching off, opening or locking what somebody has left otherwise. */
    static Act end(Fixture thing) {
        String id = thing.id().value();
        return switch (thing.role()) {
            case SHUTTER -> new Act(call("open_cover", id), "open", 0, 0, null, 0);
            case LOCK -> new Act(call("lock", id), "locked", 0, 0, null, 0);
            default -> new Act(off(id), "off", 0, 0, null, 0);
        };
    }

    /** What makes it possible to end something: it is begun often, at no special time. */
    static Urge begin(Fixture thing, double perDay, int fromHour, double hours) {
        String id = thing.id().value();
        return switch (thing.role()) {
            case SHUTTER -> Urge.open(call("close_cover", id), perDay, fromHour, hours);
            case LOCK -> Urge.open(call("unlock", id), perDay, fromHour, hours);
            default -> Urge.open(on(id), perDay, fromHour, hours);
        };
    }

    /** As {@link #begin}, of what is switched; somebody notices some hours later when nobody has ended it. */
    static Urge beginUntilNoticed(Fixture thing, double perDay, int fromHour, double usualMinutes) {
        String id = thing.id().value();
        return Urge.lasting(on(id), off(id), perDay, fromHour, NOTICED_AFTER_MINUTES + 3 * usualMinutes);
    }

    /** What a use needs beforehand: locks are unlocked all day long. */
    static List<Urge> feeders(Fixture thing) {
        return thing.role() == Role.LOCK ? List.of(begin(thing, 3, 8, 14)) : List.of();
    }
}
