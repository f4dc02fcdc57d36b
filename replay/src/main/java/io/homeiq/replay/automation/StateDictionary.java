package io.homeiq.replay.automation;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.value.PlainText;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state as a mapping, as templates see {@code this}. */
final class StateDictionary {

    private StateDictionary() {}

    static Map<String, @Nullable Object> of(EntityState state) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        String updated = PlainText.iso(state.lastUpdated().atZone(ZoneOffset.UTC));
        map.put("entity_id", state.entityId());
        map.put("state", state.state());
        map.put("attributes", state.attributes());
        map.put("last_changed", PlainText.iso(state.lastChanged().atZone(ZoneOffset.UTC)));
        map.put("last_reported", updated);
        map.put("last_updated", updated);
        map.put("context", of(state.context()));
        return map;
    }

    private static Map<String, @Nullable Object> of(Context context) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", context.id());
        map.put("parent_id", context.parentId());
        map.put("user_id", context.userId());
        return map;
    }
}
