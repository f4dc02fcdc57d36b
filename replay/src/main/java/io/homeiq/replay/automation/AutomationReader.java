package io.homeiq.replay.automation;

import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.replay.action.ActionReader;
import io.homeiq.replay.action.Services;
import io.homeiq.replay.condition.Condition;
import io.homeiq.replay.condition.ConditionReader;
import io.homeiq.replay.config.Fields;
import io.homeiq.replay.config.RefusedException;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.core.Definitions;
import io.homeiq.replay.run.RunMode;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.trigger.TriggerReader;
import io.homeiq.replay.trigger.Triggers;
import io.homeiq.replay.value.NumberText;
import io.homeiq.replay.value.PlainText;
import io.homeiq.replay.value.Truth;
import io.homeiq.replay.value.Values;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an automation from its tree. */
public final class AutomationReader {

    private static final int DEFAULT_MAX_RUNS = 10;
    private static final int LEAST_MAX_RUNS = 2;
    private static final Set<String> LEVELS =
            Set.of("CRITICAL", "FATAL", "ERROR", "WARNING", "WARN", "INFO", "DEBUG", "NOTSET", "SILENT");

    private final Core core;

    public AutomationReader(Core core) {
        this.core = core;
    }

    /**
     * The automation, ready to be loaded.
     *
     * @throws RefusedException if Home Assistant does not load it
     */
    public LiveAutomation read(Verbatim automation, Services services, Recorder recorder) {
        Fields fields = Fields.of("automation", Values.usual(automation.tree()));
        if (fields.has("use_blueprint")) {
            throw fields.refuse("a blueprint has to be filled in first");
        }
        fields.rename("trigger", "triggers");
        fields.rename("action", "actions");
        fields.rename("condition", "conditions");
        Parts parts = parts(fields);
        List<Step> steps = new ActionReader(core, services, parts.maxRuns()).readAll(fields.need("actions"));
        fields.end();
        return new LiveAutomation(core, parts, steps, recorder);
    }

    private Parts parts(Fields fields) {
        String id = fields.text("id");
        String alias = takeText(fields, "alias");
        takeText(fields, "description");
        takeIgnored(fields);
        Definitions triggerVariables = definitions(fields, "trigger_variables");
        Definitions variables = triggerVariables.and(definitions(fields, "variables"));
        Triggers triggers = new TriggerReader(core).readAll(fields.need("triggers"));
        List<Condition> conditions =
                fields.has("conditions") ? new ConditionReader(core).readAll(fields.take("conditions")) : List.of();
        boolean isOn = yesOrNo(fields, "initial_state", true);
        return new Parts(
                id,
                alias.isEmpty() ? "automation 0" : alias,
                triggers,
                conditions,
                triggerVariables,
                variables,
                mode(fields),
                maxRuns(fields),
                isOn);
    }

    private static void takeIgnored(Fields fields) {
        yesOrNo(fields, "hide_entity", true);
        if (fields.has("trace") && !(fields.take("trace") instanceof Map<?, ?>)) {
            throw fields.refuse("expected a dictionary at trace");
        }
        Object exceeded = fields.has("max_exceeded") ? fields.take("max_exceeded") : "WARNING";
        if (!(exceeded instanceof String level) || !LEVELS.contains(level.toUpperCase(Locale.ROOT))) {
            throw fields.refuse("no level of logging at max_exceeded");
        }
    }

    private static String takeText(Fields fields, String key) {
        if (!fields.has(key)) {
            return "";
        }
        Object value = fields.take(key);
        if (value == null || value instanceof List<?> || value instanceof Map<?, ?>) {
            throw fields.refuse("value should be a string at " + key);
        }
        return PlainText.of(value);
    }

    private static boolean yesOrNo(Fields fields, String key, boolean otherwise) {
        Boolean value = fields.has(key) ? Truth.yesOrNo(fields.take(key)) : Boolean.valueOf(otherwise);
        if (value == null) {
            throw fields.refuse("invalid boolean value at " + key);
        }
        return value;
    }

    private Definitions definitions(Fields fields, String key) {
        return fields.has(key) ? Definitions.read(fields.take(key), core.compiler()) : Definitions.NONE;
    }

    private static RunMode mode(Fields fields) {
        Object mode = fields.has("mode") ? fields.take("mode") : "single";
        for (RunMode known : RunMode.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(mode)) {
                return known;
            }
        }
        throw fields.refuse("value must be one of ['parallel', 'queued', 'restart', 'single'] at mode");
    }

    private static int maxRuns(Fields fields) {
        @Nullable
        BigInteger max =
                fields.has("max") ? NumberText.toInteger(fields.take("max")) : BigInteger.valueOf(DEFAULT_MAX_RUNS);
        if (max == null || max.compareTo(BigInteger.valueOf(LEAST_MAX_RUNS)) < 0) {
            throw fields.refuse("value must be at least " + LEAST_MAX_RUNS + " at max");
        }
        return max.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    }
}
