package io.homeiq.homeassistant.template.function;

import io.homeiq.contracts.home.Context;
import io.homeiq.homeassistant.template.python.HasAttributes;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.homeassistant.template.python.Values;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Home Assistant's event. */
record EventValue(String eventType, Object data, Instant time, Context context) implements HasAttributes {

    @Override
    public String type() {
        return "Event";
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "event_type" -> eventType;
            case "data" -> data;
            case "time_fired" -> Values.of(time);
            case "context" -> new ContextValue(context);
            case "as_dict", "json_fragment", "origin", "time_fired_timestamp" -> throw new Unsupported("event." + name);
            default -> null;
        };
    }
}
