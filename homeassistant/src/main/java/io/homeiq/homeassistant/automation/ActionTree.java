package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.OpaqueAction;
import io.homeiq.contracts.rule.Verbatim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Actions in both directions. */
final class ActionTree {

    private ActionTree() {}

    /** The action, opaque if it says more than the rule model can. */
    static Action read(Map<String, @Nullable Object> tree) {
        Fields fields = new Fields(tree);
        fields.drop("metadata", Map.of());
        fields.drop("continue_on_error", false);
        Optional<? extends Action> action = Optional.empty();
        if (fields.has("delay")) {
            action = DurationTree.readPositive(fields.take("delay")).map(Delay::new);
        } else if (fields.has("action") || fields.has("service")) {
            action = service(fields);
        } else if (fields.has("scene")) {
            action = scene(fields);
        }
        return action.isPresent() && fields.isExhausted() ? action.get() : new OpaqueAction(new Verbatim(tree));
    }

    private static Optional<Action> service(Fields fields) {
        Object name = fields.takeFirst("action", "service");
        String service = name instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
        // A service is spelled like an entity.
        if (!EntityId.isValid(service)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        for (String key : List.of("data", "data_template")) {
            Object value = fields.take(key);
            if (value instanceof Map<?, ?> map && data.isEmpty()) {
                data.putAll(AutomationTree.keyedByText(map));
            } else if (value != null) {
                return Optional.empty();
            }
        }
        if (Values.isDynamic(data)) {
            return Optional.empty();
        }
        EntityId split = new EntityId(service);
        return targets(fields, data)
                .map(targets -> new CallService(split.domain(), split.objectId(), targets, new Verbatim(data)));
    }

    /** The entities from the one place, of the three possible, where they stand. Takes them out of the data. */
    private static Optional<List<EntityId>> targets(Fields fields, Map<String, @Nullable Object> data) {
        List<Object> found = new ArrayList<>();
        if (fields.has("target")) {
            if (!(fields.take("target") instanceof Map<?, ?> target)) {
                return Optional.empty();
            }
            Object entities = target.get("entity_id");
            if (entities == null ? !target.isEmpty() : target.size() > 1) {
                return Optional.empty();
            }
            addIfThere(found, entities);
        }
        addIfThere(found, fields.take("entity_id"));
        addIfThere(found, data.remove("entity_id"));
        return switch (found.size()) {
            case 0 -> Optional.of(List.of());
            case 1 -> Values.entities(found.getFirst());
            default -> Optional.empty();
        };
    }

    private static void addIfThere(List<Object> found, @Nullable Object value) {
        if (value != null) {
            found.add(value);
        }
    }

    /** The short form for turning a scene on. */
    private static Optional<Action> scene(Fields fields) {
        return Values.entities(fields.take("scene"))
                .filter(scenes ->
                        scenes.size() == 1 && scenes.getFirst().domain().equals("scene"))
                .map(scenes -> CallService.of("scene", "turn_on", scenes.getFirst()));
    }

    /** The action as today's Home Assistant spells it. */
    static Map<String, @Nullable Object> write(Action action) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        switch (action) {
            case CallService call -> {
                tree.put("action", call.domain() + "." + call.service());
                if (!call.targets().isEmpty()) {
                    tree.put("target", Map.of("entity_id", Values.oneOrMoreEntities(call.targets())));
                }
                if (!call.data().tree().isEmpty()) {
                    tree.put("data", call.data().tree());
                }
            }
            case Delay delay -> tree.put("delay", DurationTree.write(delay.duration()));
            case OpaqueAction opaque -> tree.putAll(opaque.source().tree());
        }
        return tree;
    }
}
