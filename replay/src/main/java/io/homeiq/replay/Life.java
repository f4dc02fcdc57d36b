package io.homeiq.replay;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.Location;
import io.homeiq.replay.automation.AutomationReader;
import io.homeiq.replay.automation.HomeServices;
import io.homeiq.replay.automation.LiveAutomation;
import io.homeiq.replay.automation.NamedServices;
import io.homeiq.replay.automation.Recorder;
import io.homeiq.replay.config.RefusedException;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.device.Devices;
import io.homeiq.replay.device.SunEntity;
import io.homeiq.replay.fault.Unsupported;
import io.homeiq.replay.home.FiredEvent;
import io.homeiq.replay.home.World;
import io.homeiq.replay.loop.Due;
import io.homeiq.replay.loop.Loop;
import io.homeiq.replay.loop.RestlessException;
import io.homeiq.replay.sun.SunTimes;
import io.homeiq.replay.template.Compiler;
import io.homeiq.replay.template.Templates;
import io.homeiq.replay.value.Values;
import io.homeiq.replay.zone.HomeZone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One automation in one home from start to end, driven by the events that it is told. For one thread. */
public final class Life {

    private final Question question;
    private final long startMicros;
    private final long endMicros;
    private final Loop loop;
    private final World world = new World();
    private final Unsupported unsupported = new Unsupported();
    private final Recorder recorder;
    private @Nullable LiveAutomation automation;
    private @Nullable String refused;

    Life(Question question, Templates templates) {
        this.question = question;
        this.startMicros = Loop.micros(question.start());
        this.endMicros = Loop.micros(question.end());
        this.loop = new Loop(startMicros);
        this.recorder = new Recorder(loop, question.maxFirings());
        try {
            question.initial().forEach(this::place);
            automation = load(templates);
            loop.settle();
        } catch (RefusedException | RestlessException problem) {
            refused = problem.getMessage();
        }
    }

    private void place(InitialState state) {
        Instant changed = state.lastChanged();
        Instant since = changed == null || changed.isAfter(question.start()) ? question.start() : changed;
        Context context = world.contexts().known(state.context());
        world.set(state.entityId(), state.state(), Values.usual(state.attributes()), since, context);
    }

    private LiveAutomation load(Templates templates) {
        Location place = question.place();
        SunTimes sun = place == null ? null : new SunTimes(place, question.zone());
        Core core = new Core(loop, world, question.zone(), sun, new Compiler(templates, unsupported), unsupported);
        if (sun != null && question.bringsSun()) {
            SunEntity.start(core, sun);
        }
        if (place != null && question.bringsZone()) {
            HomeZone.start(core, place);
        }
        Devices devices = new Devices(core, question.echo());
        HomeServices services = new HomeServices(
                core, devices, NamedServices.in(question.automation().tree()), question.knowsAllServices());
        world.bus().observe(recorder::observe);
        LiveAutomation live = new AutomationReader(core).read(question.automation(), services, recorder);
        services.serve(live);
        live.load();
        return live;
    }

    /** Lets time pass up to an event, and the event happen; one outside of the span is passed over. */
    public void accept(Happening happening) {
        long time = Loop.micros(happening.time());
        if (refused != null || time < startMicros || time >= endMicros) {
            return;
        }
        try {
            ringUntil(new Due(time, 0));
            if (happening instanceof Happening.StateTaken taken
                    && taken.state() != null
                    && world.isUnheard(taken.entityId())) {
                loop.pass(time);
                world.setUnheard(
                        taken.entityId(),
                        taken.state(),
                        Values.usual(taken.attributes()),
                        loop.now(),
                        world.contexts().known(taken.context()));
            } else {
                loop.happen(time, () -> apply(happening));
            }
        } catch (RestlessException restless) {
            refused = restless.getMessage();
        }
    }

    /** Lets time pass up to the end. */
    public Answer finish() {
        try {
            if (refused == null) {
                ringUntil(new Due(endMicros, 0));
            }
        } catch (RestlessException restless) {
            refused = restless.getMessage();
        }
        return refused == null
                ? new Answer.Replayed(recorder.firings(), List.copyOf(unsupported.names()))
                : new Answer.Refused(refused);
    }

    private void ringUntil(Due end) {
        for (Due due = loop.next(); due != null && due.compareTo(end) < 0; due = loop.next()) {
            loop.ring(due);
        }
    }

    private void apply(Happening happening) {
        switch (happening) {
            case Happening.StateTaken taken -> take(taken);
            case Happening.EventFired fired -> fire(fired.type(), Values.usual(fired.data()), fired.context());
            case Happening.CoreStopped stopped -> {
                fire("homeassistant_stop", Map.of(), null);
                Objects.requireNonNull(automation).unload();
            }
            case Happening.CoreStarted started -> {
                Objects.requireNonNull(automation).reload();
                fire("homeassistant_started", Map.of(), null);
            }
        }
    }

    private void take(Happening.StateTaken taken) {
        Context context = world.contexts().known(taken.context());
        if (taken.state() == null) {
            world.remove(taken.entityId(), loop.clock(), context);
        } else {
            world.set(taken.entityId(), taken.state(), Values.usual(taken.attributes()), loop.now(), context);
        }
    }

    private void fire(String type, Map<String, @Nullable Object> data, @Nullable Context context) {
        world.bus().fire(new FiredEvent(type, data, loop.now(), world.contexts().known(context)));
    }
}
