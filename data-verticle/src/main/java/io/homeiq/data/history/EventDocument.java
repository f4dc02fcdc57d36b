package io.homeiq.data.history;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event as a list of the API shows it. */
final class EventDocument {

    private EventDocument() {}

    static Map<String, Object> of(Sequenced sequenced, HomeRegistry registry) {
        HomeEvent event = sequenced.event();
        EntityId entity = EventKinds.entityOf(event);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", Long.toString(sequenced.seq()));
        document.put("seq", sequenced.seq());
        document.put("timestamp", event.time());
        put(document, "entity_id", entity == null ? null : entity.value());
        document.put("event_type", EventKinds.nameOf(event));
        if (event instanceof StateChange change) {
            put(document, "old_state", state(change.before()));
            put(document, "new_state", state(change.after()));
        }
        document.put("attributes", attributes(event).values());
        document.put("tags", tags(entity, registry));
        document.put("context", context(event.context()));
        return document;
    }

    private static @Nullable Map<String, String> state(@Nullable String state) {
        return state == null ? null : Map.of("state", state);
    }

    private static Attributes attributes(HomeEvent event) {
        return switch (event) {
            case StateChange change -> change.attributes();
            case ServiceCall call -> new Attributes(called(call));
            case AutomationTriggered run when run.source() != null -> new Attributes(Map.of("source", run.source()));
            default -> Attributes.NONE;
        };
    }

    private static Map<String, @Nullable Object> called(ServiceCall call) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("domain", call.domain());
        attributes.put("service", call.service());
        attributes.put("targets", call.targets().stream().map(EntityId::value).toList());
        attributes.put("service_data", call.data().values());
        return attributes;
    }

    private static Map<String, Object> tags(@Nullable EntityId entity, HomeRegistry registry) {
        if (entity == null) {
            return Map.of();
        }
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("domain", entity.domain());
        registry.deviceOf(entity).ifPresent(device -> tags.put("device_id", device.id()));
        registry.areaOf(entity).ifPresent(area -> tags.put("area_id", area.id()));
        return tags;
    }

    private static Map<String, Object> context(Context context) {
        Map<String, Object> document = new LinkedHashMap<>();
        put(document, "id", context.id());
        put(document, "parent_id", context.parentId());
        put(document, "user_id", context.userId());
        return document;
    }

    /** What is not there has no field. */
    private static void put(Map<String, Object> document, String key, @Nullable Object value) {
        if (value != null) {
            document.put(key, value);
        }
    }

    /** All of them in their order. */
    static List<Map<String, Object>> allOf(List<Sequenced> events, HomeRegistry registry) {
        return events.stream().map(event -> of(event, registry)).toList();
    }
}
