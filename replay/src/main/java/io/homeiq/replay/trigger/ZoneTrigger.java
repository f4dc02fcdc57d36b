package io.homeiq.replay.trigger;

import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.home.HomeChange;
import io.homeiq.replay.zone.Zones;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity came into a zone or left it; what says nothing of its place, before or after, is passed over.
 *
 * @param enters false: it left
 */
record ZoneTrigger(List<String> entities, String zone, boolean enters) implements Trigger {

    @Override
    public Runnable attach(Attachment attachment) {
        return attachment.core().world().watch().watch(entities, change -> onChange(change, attachment));
    }

    private void onChange(HomeChange change, Attachment attachment) {
        if (!isPlaced(change.before()) || !isPlaced(change.after())) {
            return;
        }
        EntityState place = attachment.core().world().get(zone);
        // Its name is told with the firing; in Home Assistant nothing fires without one.
        if (place == null
                || !crosses(place, change, enters)
                || !place.attributes().containsKey("friendly_name")) {
            return;
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("platform", "zone");
        told.put(
                "description",
                change.entityId()
                        + (enters ? " entering " : " leaving ")
                        + place.attributes().get("friendly_name"));
        told.put("entity_id", change.entityId());
        told.put("from_state", change.before());
        told.put("to_state", change.after());
        told.put("zone", place);
        told.put("event", enters ? "enter" : "leave");
        EntityState after = change.after();
        attachment.fire(told, after == null ? null : after.context());
    }

    private static boolean isPlaced(@Nullable EntityState state) {
        return state == null || Zones.isPlaced(state);
    }

    /** Whether a change leads into a zone or out of it; not if it cannot be told. */
    static boolean crosses(EntityState zone, HomeChange change, boolean enters) {
        try {
            boolean before = change.before() != null && Zones.holds(zone, change.before());
            boolean after = change.after() != null && Zones.holds(zone, change.after());
            return enters ? !before && after : before && !after;
        } catch (Fault fault) {
            return false;
        }
    }
}
