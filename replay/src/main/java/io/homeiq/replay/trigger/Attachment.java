package io.homeiq.replay.trigger;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.core.Definitions;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.template.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One trigger within the life of an automation or a wait.
 *
 * @param data what is told of every trigger: {@code id}, {@code idx}, {@code alias}
 * @param known the variables when it was attached, for its templates
 * @param defined the variables that the trigger itself brings
 */
public record Attachment(
        Core core,
        Map<String, @Nullable Object> data,
        Map<String, @Nullable Object> known,
        Definitions defined,
        TriggerAction action) {

    /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
    public Attachment(
            Core core,
            Map<String, @Nullable Object> data,
            Map<String, @Nullable Object> known,
            Definitions defined,
            TriggerAction action) {
        this.core = core;
        this.data = data;
        this.known = known;
        this.defined = defined;
        this.action = action;
    }

    /** What a template of the trigger sees; {@code trigger} is what it has told so far. */
    Scope scope(Map<String, @Nullable Object> trigger) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>(known);
        variables.put("trigger", trigger);
        return core.scope(variables);
    }

    /** It happened. If the variables of the trigger cannot be rendered, nothing is set off. */
    void fire(Map<String, @Nullable Object> trigger, @Nullable Context context) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(data);
        all.putAll(trigger);
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put("trigger", all);
        try {
            variables = defined.addTo(variables, core::scope);
        } catch (Fault fault) {
            return;
        }
        action.start(variables, context);
    }
}
