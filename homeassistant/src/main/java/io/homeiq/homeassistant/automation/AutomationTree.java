package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.OpaqueAction;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.source.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Automations as the JSON-like tree that Home Assistant's configuration and its REST interface hold, in both
 * directions. Reading takes the spellings of all years; writing gives today's ({@code triggers}, {@code conditions},
 * {@code actions}; {@code trigger:} and {@code action:} in them). What the rule model cannot say stays as it was read,
 * so nothing is lost, and reading what was written gives an equal automation.
 */
public final class AutomationTree {

    private static final String BLUEPRINT = "use_blueprint";

    /** Stands for the trigger or the action where there is none, as in an automation made of a blueprint. */
    private static final Verbatim NOTHING = Verbatim.EMPTY;

    private AutomationTree() {}

    /**
     * Reads one automation.
     *
     * @throws SourceException of kind INVALID if the tree is none
     */
    public static Automation read(Map<String, ? extends @Nullable Object> tree) {
        try {
            return readOrRefuse(keyedByText(tree));
        } catch (NotAnAutomation refused) {
            String message = "automation " + nameOf(tree) + ": " + refused.getMessage();
            throw new SourceException(SourceException.Kind.INVALID, message, refused);
        }
    }

    static Automation readOrRefuse(Map<String, @Nullable Object> tree) {
        Fields fields = new Fields(tree);
        boolean isBlueprint = fields.has(BLUEPRINT);
        Object triggers = either(fields, "triggers", "trigger");
        Object conditions = either(fields, "conditions", "condition");
        Object actions = either(fields, "actions", "action");
        if (triggers == null && actions == null && !isBlueprint) {
            throw new NotAnAutomation("has neither triggers nor actions");
        }
        Rule rule = new Rule(triggers(triggers), ConditionTree.readAll(conditions), actions(actions));
        String id = plainText(fields, "id");
        String alias = plainText(fields, "alias");
        String description = plainText(fields, "description");
        return new Automation(id, alias, description, rule, mode(fields, isBlueprint), restOf(tree, fields));
    }

    /** {@code enabled} is no key of an automation's root, so it is kept whatever it says. */
    private static Verbatim restOf(Map<String, @Nullable Object> tree, Fields fields) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(fields.rest().tree());
        if (tree.containsKey("enabled")) {
            rest.put("enabled", tree.get("enabled"));
        }
        return new Verbatim(rest);
    }

    private static @Nullable Object either(Fields fields, String newer, String older) {
        if (fields.has(newer) && fields.has(older)) {
            throw new NotAnAutomation("has both " + newer + " and " + older + "; keep " + newer);
        }
        return fields.takeFirst(newer, older);
    }

    private static String plainText(Fields fields, String key) {
        Object value = fields.take(key);
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag ? "True" : "False";
            default -> {
                if (!(value instanceof Map<?, ?> map) || !YamlTags.isTagged(map)) {
                    throw new NotAnAutomation("its " + key + " is no text: " + value);
                }
                fields.keep(key, value);
                yield "";
            }
        };
    }

    /** A blueprint has a mode of its own, which one given beside it overrides: so that is kept as it is. */
    private static RunMode mode(Fields fields, boolean isBlueprint) {
        if (!fields.has("mode")) {
            return RunMode.SINGLE;
        }
        Object value = fields.take("mode");
        if (value instanceof Map<?, ?> map && YamlTags.isTagged(map)) {
            fields.keep("mode", value);
            return RunMode.SINGLE;
        }
        for (RunMode mode : RunMode.values()) {
            if (text(mode).equals(value)) {
                if (isBlueprint) {
                    fields.keep("mode", value);
                }
                return mode;
            }
        }
        throw new NotAnAutomation("its mode is none of single, restart, queued, parallel: " + value);
    }

    private static String text(RunMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static List<Trigger> triggers(@Nullable Object value) {
        List<Trigger> triggers = new ArrayList<>();
        for (Map<String, @Nullable Object> tree : elements(value, "trigger", "triggers")) {
            // A list within the list counts as if its entries stood there themselves.
            if (tree.size() == 1 && tree.get("triggers") instanceof List<?> nested) {
                for (Map<String, @Nullable Object> entry : elements(nested, "trigger", "triggers")) {
                    triggers.add(TriggerTree.read(entry));
                }
            } else {
                triggers.add(TriggerTree.read(tree));
            }
        }
        return triggers.isEmpty() ? List.of(new OpaqueTrigger(NOTHING)) : triggers;
    }

    private static List<Action> actions(@Nullable Object value) {
        List<Action> actions = new ArrayList<>();
        for (Map<String, @Nullable Object> tree : elements(value, "action", "sequence")) {
            actions.add(ActionTree.read(tree));
        }
        return actions.isEmpty() ? List.of(new OpaqueAction(NOTHING)) : actions;
    }

    /** The mappings of a list; a tag in the place of the list becomes its only entry under a key that means the same. */
    private static List<Map<String, @Nullable Object>> elements(@Nullable Object value, String name, String wrapper) {
        List<Map<String, @Nullable Object>> elements = new ArrayList<>();
        if (value instanceof Map<?, ?> map && YamlTags.isTagged(map)) {
            Map<String, @Nullable Object> wrapped = new LinkedHashMap<>();
            wrapped.put(wrapper, value);
            return List.of(wrapped);
        }
        for (Object entry : Values.list(value)) {
            if (!(entry instanceof Map<?, ?> map)) {
                throw new NotAnAutomation("its " + name + " is not a mapping: " + entry);
            }
            elements.add(keyedByText(map));
        }
        return elements;
    }

    /** A tree whose keys are all text. */
    static Map<String, @Nullable Object> keyedByText(Map<?, ?> map) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        map.forEach((key, value) -> tree.put(String.valueOf(key), value));
        return tree;
    }

    static String nameOf(Map<?, ?> tree) {
        Object name = tree.get("alias") instanceof String alias ? alias : tree.get("id");
        return name == null ? "without a name" : "\"" + name + "\"";
    }

    /** One automation in today's spelling, keys in a fixed order. */
    public static Map<String, @Nullable Object> write(Automation automation) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        putUnlessEmpty(tree, "id", automation.id());
        putUnlessEmpty(tree, "alias", automation.alias());
        putUnlessEmpty(tree, "description", automation.description());
        Map<String, @Nullable Object> extras = automation.extras().tree();
        Rule rule = automation.rule();
        boolean isBlueprint = extras.containsKey(BLUEPRINT);
        if (!isBlueprint || !isNothing(rule.triggers())) {
            tree.put("triggers", trees(rule.triggers()));
        }
        if (!rule.conditions().isEmpty()) {
            tree.put(
                    "conditions",
                    rule.conditions().stream().map(ConditionTree::write).toList());
        }
        if (!isBlueprint || !rule.actions().equals(List.of(new OpaqueAction(NOTHING)))) {
            tree.put("actions", actionTrees(rule.actions()));
        }
        if (!isBlueprint) {
            tree.put("mode", text(automation.mode()));
        }
        tree.putAll(extras);
        return tree;
    }

    private static boolean isNothing(List<Trigger> triggers) {
        return triggers.equals(List.of(new OpaqueTrigger(NOTHING)));
    }

    private static List<Map<String, @Nullable Object>> trees(List<Trigger> triggers) {
        return isNothing(triggers)
                ? List.of()
                : triggers.stream().map(TriggerTree::write).toList();
    }

    private static List<Map<String, @Nullable Object>> actionTrees(List<Action> actions) {
        return actions.equals(List.of(new OpaqueAction(NOTHING)))
                ? List.of()
                : actions.stream().map(ActionTree::write).toList();
    }

    private static void putUnlessEmpty(Map<String, @Nullable Object> tree, String key, String text) {
        if (!text.isEmpty()) {
            tree.put(key, text);
        }
    }
}
