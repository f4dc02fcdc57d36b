package io.homeiq.simulation.life;

import static io.homeiq.simulation.house.Calls.call;
import static io.homeiq.simulation.house.Calls.off;
import static io.homeiq.simulation.house.Calls.on;

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
import io.homeiq.simulation.house.Resident;
import java.util.List;
import java.util.function.Consumer;

/** The television, a scene for films, a script for the night, and guests. */
final class Evenings implements Part {

    private static final EntityId MOVIE = new EntityId("scene.movie");
    private static final EntityId GOOD_NIGHT = new EntityId("script.good_night");
    private static final List<EntityId> DARK_FOR_MOVIES =
            List.of(new EntityId("light.living_room"), new EntityId("light.kitchen"));
    private static final List<String> OFF_AT_NIGHT = List.of("light.living_room", "light.kitchen", "light.office");
    private static final double TELEVISION = 0.85;
    private static final double FILM = 0.12;
    private static final double SCRIPT = 0.15;

    private final Dwelling dwelling;
    private final World world;
    private final Chance chance;

    Evenings(Dwelling dwelling, Chance chance) {
        this.dwelling = dwelling;
        this.world = dwelling.world();
        this.chance = chance.fork("evenings");
    }

    @Override
    public void plan(Day day) {
        if (chance.happens(TELEVISION)) {
            someoneAt(day.within(18, 3, chance), this::watchTelevision);
        }
        if (chance.happens(FILM)) {
            someoneAt(day.within(20, 2, chance), this::askForMovieScene);
        }
        if (chance.happens(SCRIPT)) {
            someoneAt(day.within(22, 2, chance), this::runGoodNight);
        }
        if (dwelling.household().today().guests()) {
            someoneAt(day.within(17, 2, chance), who -> guests(who, "turn_on"));
            someoneAt(day.end() - chance.minutes(5, 30), who -> guests(who, "turn_off"));
        }
    }

    private void someoneAt(long time, Consumer<Resident> act) {
        world.at(time, () -> dwelling.household().someoneUp().ifPresent(act));
    }

    private void watchTelevision(Resident who) {
        dwelling.hands().act(who, on("media_player.tv"), null);
        new LastingUse(dwelling, chance).endAfter(chance.minutes(60, 180), off("media_player.tv"));
    }

    private void guests(Resident who, String service) {
        dwelling.hands().byApp(who, call(service, "input_boolean.guests"), null);
    }

    private void askForMovieScene(Resident who) {
        if (world.isDown()) {
            return;
        }
        Context context = world.open(null, who.user());
        Actor actor = new Actor.Scene(MOVIE, who.user(), context);
        world.announce(Calls.logged(call("turn_on", MOVIE.value()), world.time(), context));
        world.set(Step.of(MOVIE, world.time().toString(), new Actor.App(who.user(), context)));
        for (EntityId lamp : DARK_FOR_MOVIES) {
            world.after(chance.seconds(0.05, 0.4), () -> world.set(Step.of(lamp, "off", actor)));
        }
    }

    private void runGoodNight(Resident who) {
        if (world.isDown()) {
            return;
        }
        Context context = world.open(null, who.user());
        Actor actor = new Actor.Script(GOOD_NIGHT, who.user(), context);
        world.announce(Calls.logged(call("turn_on", GOOD_NIGHT.value()), world.time(), context));
        world.announce(new ScriptStarted(GOOD_NIGHT, world.time(), context));
        world.set(Step.of(GOOD_NIGHT, "on", actor));
        for (String lamp : OFF_AT_NIGHT) {
            CallService off = off(lamp);
            world.announce(Calls.logged(off, world.time(), context));
            Step step = new Step(new EntityId(lamp), "off", Attributes.NONE, actor, null);
            world.after(chance.seconds(0.05, 0.4), () -> world.set(step));
        }
        world.after(chance.seconds(0.5, 0.6), () -> world.set(Step.of(GOOD_NIGHT, "off", actor)));
    }
}
