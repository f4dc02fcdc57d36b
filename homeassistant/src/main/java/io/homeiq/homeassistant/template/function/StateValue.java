package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.python.HasAttributes;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.homeassistant.template.python.Values;
import io.homeiq.replay.home.EntityState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Home Assistant's state of an entity.
 *
 * @param home whom to tell that something of it was read; null where that does not count
 */
record StateValue(EntityState state, @Nullable Home home) implements HasAttributes {

    private static final Set<String> BEYOND = Set.of(
            "as_compressed_state",
            "as_compressed_state_json",
            "as_dict",
            "as_dict_json",
            "expire",
            "from_dict",
            "json_fragment",
            "last_changed_timestamp",
            "last_reported",
            "last_reported_timestamp",
            "last_updated_timestamp",
            "state_info");

    @Override
    public String type() {
        return "TemplateState";
    }

    @Override
    public @Nullable Object attribute(String name) {
        if (name.equals("entity_id")) {
            return state.entityId();
        }
        var value = read(name);
        if (value != null && home != null) {
            home.look(state.entityId());
        }
        return value;
    }

    private @Nullable Object read(String name) {
        return switch (name) {
            case "state" -> state.state();
            case "attributes" -> state.attributes();
            case "last_changed" -> Values.of(state.lastChanged());
            case "last_updated" -> Values.of(state.lastUpdated());
            case "context" -> new ContextValue(state.context());
            case "domain" -> state.domain();
            case "object_id" -> state.objectId();
            case "name" -> Home.name(state);
            case "state_with_unit" -> withUnit();
            default -> {
                if (BEYOND.contains(name)) {
                    throw new Unsupported("state." + name);
                }
                yield null;
            }
        };
    }

    /** The state and its unit. Sensors are rounded as their owner chose, which is not known here. */
    String withUnit() {
        if (state.domain().equals("sensor")) {
            throw new Unsupported("the rounded state of a sensor");
        }
        var unit = Values.of(state.attributes().get("unit_of_measurement"));
        return Values.isTrue(unit) ? state.state() + " " + Text.str(unit) : state.state();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (home != null) {
            home.look(state.entityId());
        }
        return other instanceof StateValue value && value.state.equals(state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }
}
