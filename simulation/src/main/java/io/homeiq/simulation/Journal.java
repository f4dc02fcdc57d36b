package io.homeiq.simulation;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Turns steps into events as Home Assistant logs them: with the state before, a context, and the events that explain it. */
final class Journal {

    private static final Attributes NO_DATA = Attributes.NONE;

    private final RandomGenerator random;
    private final double hiddenUsers;
    private final Consumer<Logged> log;
    private final Map<EntityId, String> states = new TreeMap<>();
    private final Map<String, Attributes> targets = new LinkedHashMap<>();

    Journal(RandomGenerator random, double hiddenUsers, Map<EntityId, String> first, Consumer<Logged> log) {
        this.random = random;
        this.hiddenUsers = hiddenUsers;
        this.log = log;
        this.states.putAll(first);
    }

    /** Steps must come in order of time. One that changes nothing leaves no trace. */
    void write(Step step) {
        String before = states.getOrDefault(step.entity(), step.state().equals("off") ? "on" : "off");
        if (before.equals(step.state())) {
            return;
        }
        switch (step.actor()) {
            case Step.Actor.Person person -> byPerson(step, before, person.user());
            case Step.Actor.Automation automation -> {
                Context context = context(step.time(), null);
                add(new AutomationTriggered(automation.id(), "trigger", at(step.time() - 20), context));
                add(call(step, context));
                add(step, before, context, TrueCause.automation(automation.id()));
            }
            case Step.Actor.Scene scene -> {
                Context context = context(step.time(), scene.user());
                add(new ServiceCall(
                        "scene", "turn_on", List.of(scene.id()), target(scene.id()), at(step.time() - 10), context));
                add(step, before, context, TrueCause.scene(scene.id()));
            }
            case Step.Actor.Device ignored -> add(step, before, context(step.time(), null), cause(step));
        }
        states.put(step.entity(), step.state());
    }

    private void byPerson(Step step, String before, String user) {
        if (random.nextDouble() < hiddenUsers) {
            add(step, before, context(step.time(), null), TrueCause.physical(step.routine()));
            return;
        }
        Context context = context(step.time(), user);
        add(call(step, context));
        add(step, before, context, TrueCause.person(user, step.routine()));
    }

    private static TrueCause cause(Step step) {
        return switch (step.entity().value()) {
            case "light.living_group", "light.garden_spot" -> TrueCause.DERIVED;
            case "cover.bedroom_shutter" -> step.state().equals("open") ? TrueCause.ECHO : TrueCause.DEVICE;
            default -> TrueCause.DEVICE;
        };
    }

    private void add(Step step, String before, Context context, TrueCause cause) {
        Attributes attributes = step.state().equals("off") ? Attributes.NONE : step.attributes();
        log.accept(new Logged(
                step.time(),
                new StateChange(step.entity(), before, step.state(), attributes, at(step.time()), context),
                cause));
    }

    private void add(HomeEvent event) {
        log.accept(new Logged(event.time().toEpochMilli(), event, TrueCause.UNKNOWN));
    }

    private ServiceCall call(Step step, Context context) {
        EntityId entity = step.entity();
        String service = switch (step.state()) {
            case "off" -> "turn_off";
            case "opening" -> "open_cover";
            case "locked" -> "lock";
            case "unlocked" -> "unlock";
            default -> "turn_on";
        };
        return new ServiceCall(
                entity.domain(), service, List.of(entity), target(entity), at(step.time() - 10), context);
    }

    private Attributes target(EntityId entity) {
        return targets.computeIfAbsent(entity.value(), id -> new Attributes(Map.of("entity_id", List.of(id))));
    }

    /** Home Assistant ends and comes back: every state is told again, as if it were new. */
    void restart(long time) {
        add(new CoreStopped(at(time), context(time, null)));
        add(new CoreStarted(at(time + 30_000), context(time + 30_000, null)));
        long shown = time + 32_000;
        for (Map.Entry<EntityId, String> state : states.entrySet()) {
            shown += 5;
            log.accept(new Logged(
                    shown,
                    new StateChange(state.getKey(), null, state.getValue(), NO_DATA, at(shown), context(shown, null)),
                    TrueCause.RESTORE));
        }
    }

    /** A device is away for a while and then shows its state again. */
    void flap(EntityId entity, long time, long back) {
        String state = states.get(entity);
        if (state != null) {
            add(entity, state, "unavailable", time);
            add(entity, "unavailable", state, back);
        }
    }

    private void add(EntityId entity, String before, String after, long time) {
        log.accept(new Logged(
                time,
                new StateChange(entity, before, after, NO_DATA, at(time), context(time, null)),
                TrueCause.RESTORE));
    }

    private Context context(long time, @Nullable String user) {
        return new Context(Ulids.of(time, random), null, user);
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
