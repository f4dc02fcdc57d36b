package io.homeiq.replay.automation;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.Firing;
import io.homeiq.replay.PerformedCall;
import io.homeiq.replay.device.Devices;
import io.homeiq.replay.history.Effect;
import io.homeiq.replay.home.BusEvent;
import io.homeiq.replay.home.Contexts;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.home.FiredEvent;
import io.homeiq.replay.home.HomeChange;
import io.homeiq.replay.loop.Loop;
import io.homeiq.replay.loop.RestlessException;
import io.homeiq.replay.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what happens on the bus under the firing that led to it. */
public final class Recorder {

    /** What Home Assistant fires when a service is called. */
    static final String CALL = "call_service";

    /** What it fires when a run is accepted. */
    static final String TRIGGERED = "automation_triggered";

    private static final int MAX_RUNS_AT_ONE_INSTANT = 3_000;
    private static final Set<String> WITHOUT_EFFECT = Set.of("automation", "scene", "button", "input_button");

    private final Loop loop;
    private final int maxFirings;
    private final List<Trace> traces = new ArrayList<>();
    private final Map<String, Trace> byContext = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private long lastRunMicros = Long.MIN_VALUE;
    private int runsNow;

    /** @param maxFirings one more, and the replay is given up */
    public Recorder(Loop loop, int maxFirings) {
        this.loop = loop;
        this.maxFirings = maxFirings;
    }

    Trace begin(Context context) {
        if (traces.size() >= maxFirings) {
            throw new RestlessException(
                    "the automation fires more than " + maxFirings + " times; take a shorter period");
        }
        Trace trace = new Trace(loop.now(), context);
        traces.add(trace);
        if (context.id() != null) {
            byContext.put(context.id(), trace);
        }
        return trace;
    }

    /** To be told of every event on the bus. */
    public void observe(BusEvent event) {
        Context context = event.context();
        if (context.id() == null || !Contexts.isOurs(context)) {
            return;
        }
        if (context.parentId() != null) {
            parents.put(context.id(), context.parentId());
        }
        switch (event) {
            case FiredEvent fired -> note(fired, context.id());
            case HomeChange change -> note(change, context.id());
        }
    }

    /** A scene and a button only tell when they were last asked for, and the automation itself is no device. */
    private void note(HomeChange change, String contextId) {
        EntityState before = change.before();
        EntityState after = change.after();
        boolean turned = after != null && before != null && !after.state().equals(before.state());
        Trace owner = turned && !WITHOUT_EFFECT.contains(change.domain()) ? owner(contextId) : null;
        if (owner != null && after != null) {
            owner.caused(new Effect(loop.now(), change.entityId(), after.state()));
        }
    }

    private void note(FiredEvent event, String contextId) {
        switch (event.type()) {
            case CALL -> {
                Trace owner = owner(contextId);
                if (owner != null) {
                    owner.called(call(event));
                }
            }
            case TRIGGERED -> accept(contextId);
            default -> {
                Trace owner = byContext.get(contextId);
                if (owner != null) {
                    owner.fired(event);
                }
            }
        }
    }

    private void accept(String contextId) {
        Trace trace = byContext.get(contextId);
        if (trace != null) {
            trace.accepted();
        }
        runsNow = lastRunMicros == loop.micros() ? runsNow + 1 : 1;
        lastRunMicros = loop.micros();
        if (runsNow > MAX_RUNS_AT_ONE_INSTANT) {
            loop.giveUp();
        }
    }

    private @Nullable Trace owner(String contextId) {
        String id = contextId;
        while (id != null && !byContext.containsKey(id)) {
            id = parents.get(id);
        }
        return id == null ? null : byContext.get(id);
    }

    private PerformedCall call(FiredEvent event) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        if (event.data().get("service_data") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> data.put(String.valueOf(key), Values.plain(value)));
        }
        List<String> ids = Devices.ids(data.remove("entity_id"));
        String action = event.data().get("domain") + "." + event.data().get("service");
        return new PerformedCall(loop.now(), action, ids, data);
    }

    /** All firings so far, in their order. */
    public List<Firing> firings() {
        return traces.stream().map(Trace::firing).toList();
    }
}
