package io.homeiq.simulation.machine;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.OpaqueAction;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Change;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Micros;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Calls;
import io.homeiq.simulation.house.Effect;
import io.homeiq.simulation.house.House;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs one automation as Home Assistant does: a run has a context of its own, whose parent is that of the change which
 * started it; a run that the clock or the sun started has none. A new run ends the one before.
 */
public final class AutomationMachine implements Part {

    private static final double LEAST_LATENCY_SECONDS = 0.02;
    private static final double MOST_LATENCY_SECONDS = 0.2;

    private final Automation automation;
    private final EntityId id;
    private final World world;
    private final Mechanics mechanics;
    private final Chance chance;
    private int runs;

    public AutomationMachine(Automation automation, World world, Mechanics mechanics, Chance chance) {
        this.automation = automation;
        this.id = House.entityOf(automation);
        this.world = world;
        this.mechanics = mechanics;
        this.chance = chance.fork(automation.alias());
        automation.rule().triggers().forEach(this::listen);
    }

    private void listen(Trigger trigger) {
        switch (trigger) {
            case StateTrigger state ->
                state.entities()
                        .forEach(entity -> world.watch(entity, change -> {
                            if (change.isReal() && matches(state, change)) {
                                run("state of " + entity, change.context().id());
                            }
                        }));
            case NumericStateTrigger number ->
                number.entities()
                        .forEach(entity -> world.watch(entity, change -> {
                            if (change.isReal()
                                    && !isWithin(number, change.before())
                                    && isWithin(number, change.after())) {
                                run(
                                        "numeric state of " + entity,
                                        change.context().id());
                            }
                        }));
            case TimeTrigger ignored -> {}
            case SunTrigger ignored -> {}
            case OpaqueTrigger ignored ->
                throw new IllegalArgumentException("cannot be simulated: a trigger of " + automation.alias());
        }
    }

    private static boolean matches(StateTrigger trigger, Change change) {
        return (trigger.from().isEmpty() || trigger.from().contains(change.before()))
                && (trigger.to().isEmpty() || trigger.to().contains(change.after()));
    }

    private static boolean isWithin(NumericStateTrigger trigger, String state) {
        double value = Double.parseDouble(state);
        return (trigger.above() == null || value > trigger.above())
                && (trigger.below() == null || value < trigger.below());
    }

    @Override
    public void plan(Day day) {
        for (Trigger trigger : automation.rule().triggers()) {
            if (trigger instanceof TimeTrigger time) {
                time.at().forEach(at -> world.at(day.at(at), () -> run("time", null)));
            } else if (trigger instanceof SunTrigger sun) {
                boolean rises = sun.event() == SunEvent.SUNRISE;
                long at = (rises ? day.sun().rise() : day.sun().set()) + micros(sun.offset());
                world.at(at, () -> run(sun.event().name().toLowerCase(Locale.ROOT), null));
            }
        }
    }

    private static long micros(Duration duration) {
        return duration.toMillis() * Micros.MILLISECOND;
    }

    private void run(String source, @Nullable String parentId) {
        boolean holds =
                automation.rule().conditions().stream().allMatch(condition -> Conditions.hold(condition, world));
        if (world.isDown() || !holds) {
            return;
        }
        Context context = world.open(parentId, null);
        Actor actor = new Actor.Automation(id, context);
        world.announce(new AutomationTriggered(id, source, world.time(), context));
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("last_triggered", world.time().toString());
        world.set(new Step(id, "on", new Attributes(details), actor, null));
        runs++;
        act(0, runs, world.starts(), actor, context);
    }

    /** Goes on from an action of a run, unless a newer run or a restart ended it meanwhile. */
    private void act(int from, int run, int starts, Actor actor, Context context) {
        List<Action> actions = automation.rule().actions();
        for (int i = from; i < actions.size() && run == runs && starts == world.starts(); i++) {
            switch (actions.get(i)) {
                case CallService call -> perform(call, actor, context);
                case Delay delay -> {
                    int next = i + 1;
                    world.after(micros(delay.duration()), () -> act(next, run, starts, actor, context));
                    return;
                }
                case OpaqueAction ignored ->
                    throw new IllegalArgumentException("cannot be simulated: an action of " + automation.alias());
            }
        }
    }

    private void perform(CallService call, Actor actor, Context context) {
        world.announce(Calls.logged(call, world.time(), context));
        for (EntityId target : call.targets()) {
            world.after(chance.seconds(LEAST_LATENCY_SECONDS, MOST_LATENCY_SECONDS), () -> {
                Effect effect = Effect.of(call, world.state(target));
                mechanics.move(new Step(target, effect.state(), effect.details(), actor, null));
            });
        }
    }
}
