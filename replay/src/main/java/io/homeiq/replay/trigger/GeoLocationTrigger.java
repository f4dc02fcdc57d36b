package io.homeiq.replay.trigger;

import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.home.HomeChange;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a source reports on the map came into a zone or left it; it may appear or vanish there.
 *
 * @param source in lower case
 * @param enters false: it left
 */
record GeoLocationTrigger(String source, String zone, boolean enters) implements Trigger {

    @Override
    public Runnable attach(Attachment attachment) {
        return attachment.core().world().bus().listenToChanges(change -> {
            if (change.domain().equals("geo_location")) {
                onChange(change, attachment);
            }
        });
    }

    private void onChange(HomeChange change, Attachment attachment) {
        EntityState place = attachment.core().world().get(zone);
        boolean ours = isOurs(change.before()) || isOurs(change.after());
        if (!ours || place == null || !ZoneTrigger.crosses(place, change, enters)) {
            return;
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("platform", "geo_location");
        told.put("source", source);
        told.put("entity_id", change.entityId());
        told.put("from_state", change.before());
        told.put("to_state", change.after());
        told.put("zone", place);
        told.put("event", enters ? "enter" : "leave");
        told.put("description", "geo_location - " + source);
        attachment.fire(told, change.context());
    }

    private boolean isOurs(@Nullable EntityState state) {
        return state != null && source.equals(state.attributes().get("source"));
    }
}
