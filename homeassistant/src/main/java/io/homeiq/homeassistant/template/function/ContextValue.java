package io.homeiq.homeassistant.template.function;

import io.homeiq.contracts.home.Context;
import io.homeiq.homeassistant.template.python.HasAttributes;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.homeassistant.template.python.Values;
import org.jspecify.annotations.Nullable;

/** Home Assistant's context of a change. An id that history does not tell is unsupported; a missing person is None. */
record ContextValue(Context context) implements HasAttributes {

    @Override
    public String type() {
        return "Context";
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "id" -> {
                if (context.id() == null) {
                    throw new Unsupported("context.id where history has none");
                }
                yield context.id();
            }
            case "parent_id" -> context.parentId() == null ? None.NONE : Values.of(context.parentId());
            case "user_id" -> context.userId() == null ? None.NONE : Values.of(context.userId());
            case "as_dict", "json_fragment", "origin_event" -> throw new Unsupported("context." + name);
            default -> null;
        };
    }
}
