package io.homeiq.replay.trigger;

import io.homeiq.replay.config.EntityIds;
import io.homeiq.replay.config.Fields;
import io.homeiq.replay.value.PlainText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads triggers that have to do with places: zones and tags. */
final class PlaceTriggers {

    private PlaceTriggers() {}

    static Trigger zone(List<String> entities, Fields fields) {
        String zone = EntityIds.one(fields.need("zone"));
        if (zone == null) {
            throw fields.refuse("expected an entity at zone");
        }
        return new ZoneTrigger(entities, zone, enters(fields));
    }

    static Trigger geoLocation(Fields fields) {
        String source = text(fields, "source", fields.need("source"));
        String zone = EntityIds.only(fields.need("zone"), Set.of("zone"));
        if (zone == null) {
            throw fields.refuse("expected a zone at zone");
        }
        return new GeoLocationTrigger(source.toLowerCase(Locale.ROOT), zone, enters(fields));
    }

    static Trigger tag(Fields fields) {
        Set<String> tags = texts(fields, "tag_id", fields.need("tag_id"));
        Set<String> devices = fields.has("device_id") ? texts(fields, "device_id", fields.take("device_id")) : null;
        return new TagTrigger(tags, devices);
    }

    private static boolean enters(Fields fields) {
        Object event = fields.has("event") ? fields.take("event") : "enter";
        if (!"enter".equals(event) && !"leave".equals(event)) {
            throw fields.refuse("expected enter or leave at event");
        }
        return "enter".equals(event);
    }

    private static Set<String> texts(Fields fields, String key, @Nullable Object value) {
        Set<String> texts = new HashSet<>();
        for (Object element : Fields.list(value)) {
            texts.add(text(fields, key, element));
        }
        return texts;
    }

    private static String text(Fields fields, String key, @Nullable Object value) {
        if (value == null || value instanceof List<?> || value instanceof Map<?, ?>) {
            throw fields.refuse("value should be a string at " + key);
        }
        return PlainText.of(value);
    }
}
