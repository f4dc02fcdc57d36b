package io.homeiq.replay.trigger;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.BusEvent;
import io.homeiq.replay.home.FiredEvent;
import io.homeiq.replay.home.HomeChange;
import io.homeiq.replay.template.Scope;
import io.homeiq.replay.template.TemplateTree;
import io.homeiq.replay.value.Equality;
import io.homeiq.replay.value.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event of some types, with some data, from some context. */
record EventTrigger(
        List<TemplateTree> types,
        @Nullable TemplateTree data,
        @Nullable TemplateTree context) implements Trigger {

    @Override
    public Runnable attach(Attachment attachment) {
        Scope scope = attachment.core().limitedScope(attachment.known());
        Map<?, ?> wanted = mapping(data, scope);
        Map<?, ?> from = mapping(context, scope);
        List<Runnable> ends = new ArrayList<>();
        for (TemplateTree type : types) {
            String name = PlainText.of(type.render(scope));
            ends.add(attachment.core().world().bus().listen(name, event -> {
                FiredEvent fired = fired(event);
                if (isWanted(fired.data(), wanted) && isFrom(fired.context(), from)) {
                    attachment.core().loop().soon(() -> fire(fired, attachment));
                }
            }));
        }
        return () -> ends.forEach(Runnable::run);
    }

    private static Map<?, ?> mapping(@Nullable TemplateTree tree, Scope scope) {
        if (tree == null) {
            return Map.of();
        }
        if (tree.render(scope) instanceof Map<?, ?> map) {
            return map;
        }
        throw new Fault(Fault.Kind.UNEXPECTED, "event data is no mapping");
    }

    private static FiredEvent fired(BusEvent event) {
        return switch (event) {
            case FiredEvent fired -> fired;
            case HomeChange change -> {
                Map<String, @Nullable Object> data = new LinkedHashMap<>();
                data.put("entity_id", change.entityId());
                data.put("old_state", change.before());
                data.put("new_state", change.after());
                yield new FiredEvent(change.type(), data, change.time(), change.context());
            }
        };
    }

    /** Simple data are compared; as soon as one value is a mapping, lists are taken as choices, and mappings deeply. */
    private static boolean isWanted(Map<?, ?> data, Map<?, ?> wanted) {
        boolean deeply = wanted.values().stream().anyMatch(Map.class::isInstance);
        return deeply ? Shape.fits(data, wanted) : Shape.holds(data, wanted);
    }

    private static boolean isFrom(Context context, Map<?, ?> wanted) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        known.put("id", context.id());
        known.put("parent_id", context.parentId());
        known.put("user_id", context.userId());
        return wanted.entrySet().stream().allMatch(entry -> {
            Object value = known.get(String.valueOf(entry.getKey()));
            return known.containsKey(String.valueOf(entry.getKey()))
                    && (entry.getValue() instanceof List<?> options
                            ? Equality.contains(options, value)
                            : Equality.same(entry.getValue(), value));
        });
    }

    private static void fire(FiredEvent event, Attachment attachment) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("platform", "event");
        told.put("event", event);
        told.put("description", "event '" + event.type() + "'");
        attachment.fire(told, event.context());
    }

    /** Never listened to: it comes with every report of a sensor. */
    static final Set<String> FORBIDDEN = Set.of("state_reported");
}
