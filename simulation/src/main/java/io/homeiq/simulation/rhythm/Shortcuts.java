package io.homeiq.simulation.rhythm;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Calls;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.house.Role;
import io.homeiq.simulation.house.Signals;
import io.homeiq.simulation.house.Stock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A scene and a script that people ask for by app now and then: many things change at once, under one context. */
public final class Shortcuts implements Part {

    private static final double SCENE = 0.35;
    private static final double SCRIPT = 0.3;
    private static final int LAMPS = 3;

    private final Stage stage;
    private final World world;
    private final Chance chance;
    private final List<EntityId> lit;
    private final List<EntityId> out;

    /** Takes some lamps of the stock, as far as there are any. */
    public Shortcuts(Stage stage, Stock stock, Chance chance) {
        this.stage = stage;
        this.world = stage.world();
        this.chance = chance.fork("shortcuts");
        this.lit = lamps(stock);
        this.out = lamps(stock);
    }

    private static List<EntityId> lamps(Stock stock) {
        return Stream.generate(() -> stock.take(Role.LAMP, Role.READING_LAMP))
                .limit(LAMPS)
                .flatMap(Optional::stream)
                .map(Fixture::id)
                .toList();
    }

    @Override
    public void plan(Day day) {
        if (chance.happens(SCENE)) {
            ask(day.within(15, 7, chance), this::scene);
        }
        if (chance.happens(SCRIPT)) {
            ask(day.within(18, 5, chance), this::script);
        }
    }

    private void ask(long time, Consumer<Resident> wish) {
        world.at(
                time,
                () -> stage.occupants()
                        .someoneUp()
                        .filter(who -> !world.isDown())
                        .ifPresent(wish));
    }

    private void scene(Resident who) {
        Context context = world.open(null, who.user());
        Actor actor = new Actor.Scene(Signals.SCENE, who.user(), context);
        world.announce(Calls.logged(Calls.call("turn_on", Signals.SCENE.value()), world.time(), context));
        world.set(Step.of(Signals.SCENE, world.time().toString(), new Actor.App(who.user(), context)));
        lit.forEach(lamp -> soon(lamp, "on", actor));
    }

    private void script(Resident who) {
        Context context = world.open(null, who.user());
        Actor actor = new Actor.Script(Signals.SCRIPT, who.user(), context);
        world.announce(Calls.logged(Calls.call("turn_on", Signals.SCRIPT.value()), world.time(), context));
        world.announce(new ScriptStarted(Signals.SCRIPT, world.time(), context));
        world.set(Step.of(Signals.SCRIPT, "on", actor));
        for (EntityId lamp : Stream.concat(lit.stream(), out.stream()).toList()) {
            CallService off = Calls.off(lamp.value());
            world.announce(Calls.logged(off, world.time(), context));
            soon(lamp, "off", actor);
        }
        world.after(chance.seconds(0.5, 0.6), () -> world.set(Step.of(Signals.SCRIPT, "off", actor)));
    }

    private void soon(EntityId lamp, String state, Actor actor) {
        Step step = new Step(lamp, state, Attributes.NONE, actor, null);
        world.after(chance.seconds(0.05, 0.4), () -> world.set(step));
    }
}
