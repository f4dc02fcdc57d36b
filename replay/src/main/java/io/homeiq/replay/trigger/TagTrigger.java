package io.homeiq.replay.trigger;

import io.homeiq.replay.home.FiredEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tag was scanned.
 *
 * @param devices that may have scanned it; null for any
 */
record TagTrigger(Set<String> tags, @Nullable Set<String> devices) implements Trigger {

    private static final String SCANNED = "tag_scanned";

    @Override
    public Runnable attach(Attachment attachment) {
        return attachment.core().world().bus().listen(SCANNED, event -> {
            if (event instanceof FiredEvent fired
                    && isAmong(fired.data().get("tag_id"), tags)
                    && (devices == null || isAmong(fired.data().get("device_id"), devices))) {
                attachment.core().loop().soon(() -> fire(fired, attachment));
            }
        });
    }

    private static boolean isAmong(@Nullable Object value, Set<String> ids) {
        return value instanceof String id && ids.contains(id);
    }

    private static void fire(FiredEvent event, Attachment attachment) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("platform", "tag");
        told.put("event", event);
        told.put("description", "Tag scanned");
        attachment.fire(told, event.context());
    }
}
