package io.homeiq.simulation.life;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Calls;
import io.homeiq.simulation.house.Effect;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.machine.Mechanics;
import org.jspecify.annotations.Nullable;

/**
 * People's hands: on the device itself, or on a screen. Only the latter leaves a user id, and few people use it: in real
 * logs 92 of 100 acts carry none.
 */
public final class Hands {

    /** Of the acts without user id, those through a voice assistant that has no account. */
    private static final double THROUGH_BRIDGE = 0.02;

    private static final double LEAST_LATENCY_SECONDS = 0.02;
    private static final double MOST_LATENCY_SECONDS = 0.3;

    private final World world;
    private final Mechanics mechanics;
    private final Chance chance;
    private final double hiddenUsers;

    /**
     * The hands of everybody in the home.
     *
     * @param hiddenUsers share of the acts that carry no user id, 0 to 1
     */
    public Hands(World world, Mechanics mechanics, Chance chance, double hiddenUsers) {
        this.world = world;
        this.mechanics = mechanics;
        this.chance = chance.fork("hands");
        this.hiddenUsers = hiddenUsers;
    }

    /** Somebody does something, in the way that chance decides; nobody does what is done already. */
    public void act(Resident who, CallService call, @Nullable String routine) {
        if (isDone(call)) {
            return;
        }
        if (!chance.happens(hiddenUsers)) {
            byApp(who, call, routine);
        } else if (chance.happens(THROUGH_BRIDGE)) {
            Context context = world.open(null, null);
            command(call, context, new Actor.Bridge(who.user(), context), routine);
        } else {
            begin(call, new Actor.Hand(who.user()), routine);
        }
    }

    /** Somebody does something from afar, by phone; it shows the account or hides it, as chance decides. */
    public void fromAfar(Resident who, CallService call, @Nullable String routine) {
        if (isDone(call)) {
            return;
        }
        if (chance.happens(hiddenUsers)) {
            Context context = world.open(null, null);
            command(call, context, new Actor.Bridge(who.user(), context), routine);
        } else {
            byApp(who, call, routine);
        }
    }

    /** Somebody uses the screen, as for what has no button elsewhere. */
    void byApp(Resident who, CallService call, @Nullable String routine) {
        Context context = world.open(null, who.user());
        command(call, context, new Actor.App(who.user(), context), routine);
    }

    private boolean isDone(CallService call) {
        EntityId target = call.targets().getFirst();
        Effect effect = Effect.of(call, world.state(target));
        return world.is(target, effect.state()) && effect.details().values().isEmpty();
    }

    private void command(CallService call, Context context, Actor actor, @Nullable String routine) {
        world.announce(Calls.logged(call, world.time(), context));
        if (!world.isDown()) {
            world.after(chance.seconds(LEAST_LATENCY_SECONDS, MOST_LATENCY_SECONDS), () -> begin(call, actor, routine));
        }
    }

    private void begin(CallService call, Actor actor, @Nullable String routine) {
        for (EntityId target : call.targets()) {
            Effect effect = Effect.of(call, world.state(target));
            mechanics.move(new Step(target, effect.state(), effect.details(), actor, routine));
        }
    }
}
