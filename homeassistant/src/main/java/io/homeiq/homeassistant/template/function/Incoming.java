package io.homeiq.homeassistant.template.function;

import io.homeiq.contracts.home.Context;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.Tuple;
import io.homeiq.homeassistant.template.python.ValueSet;
import io.homeiq.homeassistant.template.python.Values;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.home.FiredEvent;
import io.homeiq.replay.home.HomeChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of an automation as a template uses them. */
public final class Incoming {

    private Incoming() {}

    /** The value of a variable, with everything in it. */
    public static Object value(@Nullable Object outside) {
        return switch (outside) {
            case null -> None.NONE;
            case EntityState state -> new StateValue(state, null);
            case FiredEvent event -> new EventValue(event.type(), value(event.data()), event.time(), event.context());
            case HomeChange change -> new EventValue(change.type(), change(change), change.time(), change.context());
            case Context context -> new ContextValue(context);
            case Map<?, ?> map -> map(map);
            case Tuple tuple -> tuple;
            case List<?> list -> list(list);
            case Set<?> set -> ValueSet.of(list(List.copyOf(set)));
            default -> Values.of(outside);
        };
    }

    private static Map<Object, Object> change(HomeChange change) {
        var data = new LinkedHashMap<Object, Object>();
        data.put("entity_id", change.entityId());
        data.put("old_state", value(change.before()));
        data.put("new_state", value(change.after()));
        return data;
    }

    private static Map<Object, Object> map(Map<?, ?> map) {
        var values = new LinkedHashMap<Object, Object>();
        map.forEach((key, value) -> values.put(value(key), value(value)));
        return values;
    }

    private static List<Object> list(List<?> list) {
        var values = new ArrayList<Object>(list.size());
        list.forEach(value -> values.add(value(value)));
        return values;
    }
}
