package io.homeiq.replay.automation;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.condition.Condition;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.core.Variables;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.home.FiredEvent;
import io.homeiq.replay.run.RunMode;
import io.homeiq.replay.run.Script;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.run.Then;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An automation in Home Assistant: its entity, its triggers while it is switched on, its runs. */
public final class LiveAutomation {

    private final Core core;
    private final Parts parts;
    private final Script script;
    private final Recorder recorder;
    private final String entityId;
    private Context context;
    private boolean isOn;
    private @Nullable Runnable detach;
    private @Nullable Instant lastTriggered;

    LiveAutomation(Core core, Parts parts, List<Step> steps, Recorder recorder) {
        this.core = core;
        this.parts = parts;
        this.recorder = recorder;
        this.script = Script.ofAutomation(core, steps, parts.mode(), parts.maxRuns(), this::tellState);
        this.entityId = "automation." + Slug.of(parts.name());
        this.context = core.world().contexts().next(null);
    }

    String entityId() {
        return entityId;
    }

    /** Puts it into the home, switched on unless it says otherwise. */
    public void load() {
        if (parts.isOn()) {
            switchOn();
        }
        tellState();
    }

    void switchOn() {
        if (isOn) {
            return;
        }
        isOn = true;
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        known.put("this", self());
        try {
            known = parts.triggerVariables().addTo(known, core::limitedScope);
            detach = parts.triggers().attach(known, this::triggerIfOn);
        } catch (Fault fault) {
            // Home Assistant logs it and leaves the automation without triggers.
            detach = null;
        }
    }

    /**
     * No trigger sets it off any more.
     *
     * @param then is told when the runs have ended
     */
    void switchOff(boolean stopsRuns, Then then) {
        isOn = false;
        if (detach != null) {
            detach.run();
            detach = null;
        }
        if (stopsRuns) {
            script.stopAll(() -> then.resume(null));
        } else {
            then.resume(null);
        }
    }

    boolean isOn() {
        return isOn;
    }

    /** What waits and runs is lost, as when Home Assistant goes down. */
    public void unload() {
        switchOff(true, problem -> {});
    }

    /** As when Home Assistant comes up again. */
    public void reload() {
        unload();
        load();
    }

    private void triggerIfOn(Map<String, @Nullable Object> variables, @Nullable Context cause) {
        if (isOn) {
            trigger(variables, cause, false, problem -> {});
        }
    }

    /**
     * Checks the conditions and runs. Whatever goes wrong is noted with the firing.
     *
     * @return leaves the run
     */
    Runnable trigger(Map<String, @Nullable Object> given, @Nullable Context cause, boolean skipsConditions, Then then) {
        Context own = core.world().contexts().next(cause == null ? null : cause.id());
        Trace trace = recorder.begin(own);
        try {
            Map<String, @Nullable Object> variables = new LinkedHashMap<>();
            variables.put("this", self());
            variables.putAll(given);
            variables = parts.variables().addTo(variables, core::scope);
            trace.triggeredBy(position(variables));
            if (skipsConditions || hold(variables, trace)) {
                return run(variables, own, trace, then);
            }
        } catch (Fault fault) {
            trace.broke(fault);
        }
        then.resume(null);
        return LiveAutomation::leaveNothing;
    }

    private static void leaveNothing() {
        // It is over already.
    }

    private static @Nullable Integer position(Map<String, @Nullable Object> variables) {
        return variables.get("trigger") instanceof Map<?, ?> trigger && trigger.get("idx") instanceof String idx
                ? Integer.valueOf(idx)
                : null;
    }

    /** The first that failed or could not be told is noted; the ones behind it are asked all the same. */
    private boolean hold(Map<String, @Nullable Object> variables, Trace trace) {
        int firstUntold = -1;
        List<Condition> conditions = parts.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            try {
                if (Boolean.FALSE.equals(conditions.get(i).check(variables))) {
                    trace.conditionFailed(firstUntold < 0 ? i : firstUntold);
                    return false;
                }
            } catch (Fault fault) {
                if (!fault.is(Fault.Kind.CONDITION)) {
                    throw fault;
                }
                firstUntold = firstUntold < 0 ? i : firstUntold;
            }
        }
        if (firstUntold >= 0) {
            trace.conditionFailed(firstUntold);
        }
        return firstUntold < 0;
    }

    private Runnable run(Map<String, @Nullable Object> variables, Context own, Trace trace, Then then) {
        context = own;
        if (script.isFull()) {
            trace.rejected();
            then.resume(null);
            return LiveAutomation::leaveNothing;
        }
        Variables scope = Variables.of(variables);
        scope.put("context", own);
        return script.start(scope, own, () -> tellStart(variables, own), problem -> {
            if (problem instanceof Fault fault) {
                trace.broke(fault);
            }
            then.resume(null);
        });
    }

    private void tellStart(Map<String, @Nullable Object> variables, Context own) {
        lastTriggered = core.loop().clock();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("name", parts.name());
        data.put("entity_id", entityId);
        if (variables.get("trigger") instanceof Map<?, ?> trigger && trigger.containsKey("description")) {
            data.put("source", trigger.get("description"));
        }
        core.world()
                .bus()
                .fire(new FiredEvent(Recorder.TRIGGERED, data, core.loop().clock(), own));
    }

    void tellState() {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        if (parts.id() != null) {
            attributes.put("id", parts.id());
        }
        attributes.put("last_triggered", lastTriggered);
        attributes.put("mode", parts.mode().name().toLowerCase(Locale.ROOT));
        attributes.put("current", (long) script.runs());
        if (parts.mode() == RunMode.QUEUED || parts.mode() == RunMode.PARALLEL) {
            attributes.put("max", (long) parts.maxRuns());
        }
        attributes.put("friendly_name", parts.name());
        core.world().set(entityId, isOn ? "on" : "off", attributes, core.loop().clock(), context);
    }

    /** The variable {@code this}; null before the automation is in the home. */
    private @Nullable Map<String, @Nullable Object> self() {
        EntityState state = core.world().get(entityId);
        return state == null ? null : StateDictionary.of(state);
    }
}
