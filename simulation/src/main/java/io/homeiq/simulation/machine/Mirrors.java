package io.homeiq.simulation.machine;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import java.util.List;
import java.util.function.Supplier;

/** Entities that only follow others: groups and templates under the context of the change, twins under their own. */
public final class Mirrors {

    private static final double LEAST_SECONDS = 0.001;
    private static final double MOST_SECONDS = 0.02;

    private final World world;
    private final Chance chance;

    public Mirrors(World world, Chance chance) {
        this.world = world;
        this.chance = chance.fork("mirrors");
    }

    /** On as long as any member has the state. */
    public void any(EntityId group, List<EntityId> members, String state) {
        Supplier<String> value = () -> members.stream().anyMatch(member -> world.is(member, state)) ? "on" : "off";
        members.forEach(member ->
                world.watch(member, change -> follow(group, value, new Actor.Mirror(change.context()))));
    }

    /** Always the same as another one. */
    public void twin(EntityId twin, EntityId original) {
        world.watch(original, change -> follow(twin, () -> world.state(original), new Actor.Mirror(null)));
    }

    /** At home as long as any tracker says so. */
    public void person(EntityId person, List<EntityId> trackers) {
        Supplier<String> place =
                () -> trackers.stream().anyMatch(tracker -> world.is(tracker, "home")) ? "home" : "not_home";
        trackers.forEach(tracker ->
                world.watch(tracker, change -> follow(person, place, new Actor.Mirror(change.context()))));
    }

    /** On while a number lies above a limit; back off only below another, lower one. */
    public void above(EntityId computed, EntityId number, double onAbove, double offBelow) {
        threshold(computed, number, onAbove, offBelow, "on", "off");
    }

    /** On while a number lies below a limit; back off only above another, higher one. */
    public void below(EntityId computed, EntityId number, double onBelow, double offAbove) {
        threshold(computed, number, offAbove, onBelow, "off", "on");
    }

    private void threshold(
            EntityId computed, EntityId number, double high, double low, String whenHigh, String whenLow) {
        world.watch(number, change -> {
            if (change.isReal()) {
                double value = Double.parseDouble(change.after());
                String state = value > high ? whenHigh : value < low ? whenLow : world.state(computed);
                follow(computed, () -> state, new Actor.Mirror(change.context()));
            }
        });
    }

    private void follow(EntityId entity, Supplier<String> state, Actor actor) {
        world.after(chance.seconds(LEAST_SECONDS, MOST_SECONDS), () -> world.set(Step.of(entity, state.get(), actor)));
    }
}
