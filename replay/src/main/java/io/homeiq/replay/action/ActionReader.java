package io.homeiq.replay.action;

import io.homeiq.replay.condition.Condition;
import io.homeiq.replay.condition.ConditionReader;
import io.homeiq.replay.config.Enabled;
import io.homeiq.replay.config.EntityIds;
import io.homeiq.replay.config.Fields;
import io.homeiq.replay.config.Period;
import io.homeiq.replay.config.RefusedException;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.core.Definitions;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.run.Halt;
import io.homeiq.replay.run.Inner;
import io.homeiq.replay.run.Run;
import io.homeiq.replay.run.Script;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.run.Then;
import io.homeiq.replay.template.TemplateTree;
import io.homeiq.replay.template.Templates.Template;
import io.homeiq.replay.trigger.TriggerReader;
import io.homeiq.replay.value.PlainText;
import io.homeiq.replay.value.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads actions in the spellings of all years, as strictly as Home Assistant. */
public final class ActionReader {

    /** The key that tells what an action is; where several stand, the first of these. */
    private static final List<String> KINDS = List.of(
            "delay",
            "wait_template",
            "condition",
            "and",
            "or",
            "not",
            "event",
            "device_id",
            "scene",
            "repeat",
            "choose",
            "wait_for_trigger",
            "variables",
            "if",
            "action",
            "service",
            "service_template",
            "stop",
            "parallel",
            "sequence",
            "set_conversation_response");

    private final Core core;
    private final CallReader calls;
    private final FlowReader flows;
    private final ConditionReader conditions;
    private final TriggerReader triggers;
    private final int maxRuns;

    /** @param maxRuns how many runs of inner lists may go on at a time */
    public ActionReader(Core core, Services services, int maxRuns) {
        this.core = core;
        this.calls = new CallReader(core, services);
        this.conditions = new ConditionReader(core);
        this.triggers = new TriggerReader(core);
        this.flows = new FlowReader(core, conditions, this::script);
        this.maxRuns = maxRuns;
    }

    /**
     * All actions of a list.
     *
     * @throws RefusedException if Home Assistant does not load one of them
     */
    public List<Step> readAll(@Nullable Object value) {
        return Fields.list(value).stream().map(this::read).toList();
    }

    private Script script(@Nullable Object value) {
        return Script.within(core, readAll(value), maxRuns);
    }

    private Step read(@Nullable Object element) {
        if (!(element instanceof Map<?, ?> map)) {
            throw new RefusedException("action: expected dictionary");
        }
        String kind = KINDS.stream()
                .filter(map::containsKey)
                .findFirst()
                .orElseThrow(() -> new RefusedException("action: Unable to determine action"));
        return switch (kind) {
            case "condition", "and", "or", "not" -> condition(map);
            default -> read(kind, Fields.of("action", element));
        };
    }

    /** Strict on what else stands there: a condition knows no {@code continue_on_error}. */
    private Step condition(Map<?, ?> map) {
        Enabled enabled = Enabled.take(Fields.of("condition", map), core.compiler());
        Condition condition = conditions.readAction(map);
        return new Step((run, then) -> check(condition, run, then), enabled, false);
    }

    private static void check(Condition condition, Run run, Then then) {
        Boolean holds;
        try {
            holds = condition.check(run.variables().all());
        } catch (Fault fault) {
            if (!fault.is(Fault.Kind.CONDITION)) {
                throw fault;
            }
            holds = false;
        }
        then.resume(Boolean.TRUE.equals(holds) ? null : new Halt(Halt.Kind.CONDITION, "a condition did not hold"));
    }

    private Step read(String kind, Fields fields) {
        Enabled enabled = Enabled.take(fields, core.compiler());
        boolean forgives = flag(fields, "continue_on_error", false);
        takeText(fields, "alias");
        fields.text("note");
        Step.Action action = of(kind, fields, forgives);
        fields.end();
        return new Step(action, enabled, forgives);
    }

    private static boolean flag(Fields fields, String key, boolean otherwise) {
        if (!fields.has(key)) {
            return otherwise;
        }
        Boolean flag = Truth.yesOrNo(fields.take(key));
        if (flag == null) {
            throw fields.refuse("invalid boolean value at " + key);
        }
        return flag;
    }

    static String takeText(Fields fields, String key) {
        Object value = fields.has(key) ? fields.take(key) : "";
        if (value == null || value instanceof List<?> || value instanceof Map<?, ?>) {
            throw fields.refuse("value should be a string at " + key);
        }
        return PlainText.of(value);
    }

    private Step.Action of(String kind, Fields fields, boolean forgives) {
        return switch (kind) {
            case "delay" -> new DelayAction(Period.read("action.delay", fields.take("delay"), core.compiler()));
            case "wait_template" ->
                new WaitTemplateAction(
                        core.compiler().template(fields.take("wait_template")), timeout(fields), goesOn(fields));
            case "wait_for_trigger" ->
                new WaitForTriggerAction(
                        triggers.readAll(fields.take("wait_for_trigger")), timeout(fields), goesOn(fields));
            case "event" -> event(fields);
            case "scene" -> scene(fields, forgives);
            case "repeat" -> flows.repeat(fields);
            case "choose" -> flows.choose(fields);
            case "if" -> flows.ifThen(fields);
            case "variables" -> variables(fields);
            case "stop" -> stop(fields);
            case "parallel" -> parallel(fields);
            case "sequence" -> sequence(fields);
            case "action", "service", "service_template" -> calls.take(fields, forgives);
            case "set_conversation_response" -> conversation(fields);
            default -> ofDevice(fields);
        };
    }

    /** Nobody speaks here; only a text that cannot be rendered would be noticed. */
    private Step.Action conversation(Fields fields) {
        Object words = fields.take("set_conversation_response");
        if (words == null) {
            return (run, then) -> then.resume(null);
        }
        Template template = core.compiler().template(words);
        return (run, then) -> {
            core.compiler().render(template, run.scope());
            then.resume(null);
        };
    }

    private Step.Action ofDevice(Fields fields) {
        if (!(fields.need("domain") instanceof String)) {
            throw fields.refuse("expected str at domain");
        }
        String name = "action: device";
        fields.clear();
        core.unsupported().add(name);
        return (run, then) -> {
            throw new Fault(Fault.Kind.UNSUPPORTED, "not supported: " + name);
        };
    }

    private @Nullable Period timeout(Fields fields) {
        return fields.has("timeout") ? Period.read("action.timeout", fields.take("timeout"), core.compiler()) : null;
    }

    private static boolean goesOn(Fields fields) {
        return flag(fields, "continue_on_timeout", true);
    }

    private Step.Action event(Fields fields) {
        String type = takeText(fields, "event");
        List<TemplateTree> data = new ArrayList<>();
        for (String key : List.of("event_data", "event_data_template")) {
            if (fields.has(key)) {
                if (!(fields.peek(key) instanceof Map<?, ?>)) {
                    throw fields.refuse("expected a dictionary at " + key);
                }
                data.add(core.compiler().tree(fields.take(key)));
            }
        }
        return new EventAction(type, data);
    }

    private Step.Action scene(Fields fields, boolean forgives) {
        String id = EntityIds.only(fields.take("scene"), Set.of("scene"));
        if (id == null) {
            throw fields.refuse("expected a scene");
        }
        return calls.of("scene.turn_on", id, forgives);
    }

    private Step.Action variables(Fields fields) {
        Definitions definitions = Definitions.read(fields.take("variables"), core.compiler());
        return (run, then) -> {
            definitions.render(run.variables().all(), core::scope).forEach(run.variables()::put);
            then.resume(null);
        };
    }

    private static Step.Action stop(Fields fields) {
        Object reason = fields.take("stop");
        if (reason instanceof List<?> || reason instanceof Map<?, ?>) {
            throw fields.refuse("value should be a string at stop");
        }
        boolean isError = flag(fields, "error", false);
        String response = fields.text("response_variable");
        if (isError && response != null) {
            throw fields.refuse("not allowed to add a response to an error stop action");
        }
        String text = PlainText.of(reason);
        return (run, then) -> {
            boolean broken = isError || (response != null && !run.variables().has(response));
            then.resume(new Halt(broken ? Halt.Kind.ABORT : Halt.Kind.STOP, text));
        };
    }

    private Step.Action sequence(Fields fields) {
        takeMetadata(fields);
        Script script = script(fields.take("sequence"));
        return (run, then) -> Inner.run(run, script, then);
    }

    static void takeMetadata(Fields fields) {
        if (fields.has("metadata") && !(fields.take("metadata") instanceof Map<?, ?>)) {
            throw fields.refuse("expected a dictionary at metadata");
        }
    }

    private Step.Action parallel(Fields fields) {
        List<Branch> branches = new ArrayList<>();
        for (Object element : Fields.list(fields.take("parallel"))) {
            branches.add(branch(element));
        }
        return new ParallelAction(branches.stream().map(Branch::script).toList());
    }

    private record Branch(Script script) {}

    /** Either a {@code sequence} with its own frame, or the actions themselves. */
    private Branch branch(@Nullable Object element) {
        if (!(element instanceof Map<?, ?> map) || !map.containsKey("sequence")) {
            return new Branch(script(element));
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        Fields fields = Fields.of("parallel", copy);
        Enabled enabled = Enabled.take(fields, core.compiler());
        flag(fields, "continue_on_error", false);
        takeText(fields, "alias");
        fields.text("note");
        takeMetadata(fields);
        Object sequence = fields.take("sequence");
        fields.end();
        List<Step> steps = readAll(sequence);
        return new Branch(Script.within(core, enabled.isAlwaysOff() ? List.of() : steps, maxRuns));
    }
}
