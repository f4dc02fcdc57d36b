package io.homeiq.homeassistant.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes events of the home out of what lines and table rows say. Not thread-safe: it remembers texts and attributes. */
final class EventReader {

    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    private final EventLine line;
    private final EntityIds entityIds = new EntityIds();
    private final ObjectReader trees;

    EventReader(ObjectMapper mapper) {
        line = new EventLine(mapper);
        trees = mapper.readerFor(TREE);
    }

    Parsed read(byte[] bytes, int from, int to) {
        try {
            line.read(bytes, from, to);
            return line.type == null ? stateAlone() : event(line.type, bytes);
        } catch (JsonScan.Malformed | IOException unreadable) {
            return new Parsed.Skipped(SkipReason.INVALID_JSON);
        }
    }

    EntityIds entityIds() {
        return entityIds;
    }

    /** Whether the line read last was no event but a state. */
    boolean isStateAlone() {
        return line.type == null;
    }

    /** A line that is itself a state; nothing is known of the one before. */
    private Parsed stateAlone() {
        if (line.entityId == null) {
            return new Parsed.Skipped(SkipReason.NO_ENTITY_ID);
        }
        long time = line.updated == TimeText.NONE ? line.changed : line.updated;
        return change(line.entityId, time);
    }

    private Parsed event(String type, byte[] bytes) throws IOException {
        return switch (type) {
            case "state_changed" ->
                line.entityId == null
                        ? new Parsed.Skipped(SkipReason.NO_ENTITY_ID)
                        : change(line.entityId, line.updated == TimeText.NONE ? line.fired : line.updated);
            case "call_service", "automation_triggered", "script_started" -> explanation(type, data(bytes));
            case "homeassistant_start", "homeassistant_started", "homeassistant_stop", "homeassistant_final_write" ->
                explanation(type, Map.of());
            default -> new Parsed.Skipped(SkipReason.UNKNOWN_TYPE);
        };
    }

    private Map<String, @Nullable Object> data(byte[] bytes) throws IOException {
        if (line.dataTo == 0 || bytes[line.dataFrom] != '{') {
            return Map.of();
        }
        return trees.readValue(bytes, line.dataFrom, line.dataTo - line.dataFrom);
    }

    private Parsed explanation(String type, Map<String, @Nullable Object> data) {
        String fault = faultOf(line.fired);
        if (fault != null) {
            return new Parsed.Skipped(fault);
        }
        HomeEvent event = explanation(type, data, TimeText.instant(line.fired), context());
        return event == null ? new Parsed.Skipped(SkipReason.INCOMPLETE) : new Parsed.Happened(event, line.seq);
    }

    private Parsed change(String entityId, long time) {
        Optional<EntityId> entity = entityIds.of(entityId);
        String fault = entity.isEmpty() ? SkipReason.BAD_ENTITY_ID : faultOf(time);
        if (fault == null) {
            fault = faultOf(line.before, line.after, line.isRemoval);
        }
        if (fault != null) {
            return new Parsed.Skipped(fault);
        }
        String after = line.isRemoval ? null : line.after;
        HomeEvent event = new StateChange(
                entity.orElseThrow(), line.before, after, line.attributes, TimeText.instant(time), context());
        return new Parsed.Happened(event, line.seq);
    }

    private static @Nullable String faultOf(@Nullable String before, @Nullable String after, boolean isRemoval) {
        if (isRemoval ? before == null : after == null) {
            return SkipReason.NO_STATE;
        }
        return after != null && after.length() > StateChange.MAX_STATE_LENGTH ? SkipReason.LONG_STATE : null;
    }

    private static @Nullable String faultOf(long time) {
        if (time == TimeText.NONE) {
            return SkipReason.NO_TIME;
        }
        return TimeText.isPossible(time) ? null : SkipReason.BAD_TIME;
    }

    private Context context() {
        return line.contextId == null && line.parentId == null && line.userId == null
                ? Context.UNKNOWN
                : new Context(line.contextId, line.parentId, line.userId);
    }

    /** The event of this type that explains others, or null if the data lacks what it needs. */
    @Nullable
    HomeEvent explanation(String type, Map<String, @Nullable Object> data, Instant time, Context context) {
        return switch (type) {
            case "call_service" -> serviceCall(data, time, context);
            case "automation_triggered" -> {
                EntityId automation = entity(data.get("entity_id"));
                String source = data.get("source") instanceof String text ? text : null;
                yield automation == null ? null : new AutomationTriggered(automation, source, time, context);
            }
            case "script_started" -> {
                EntityId script = entity(data.get("entity_id"));
                yield script == null ? null : new ScriptStarted(script, time, context);
            }
            case "homeassistant_start", "homeassistant_started" -> new CoreStarted(time, context);
            case "homeassistant_stop", "homeassistant_final_write" -> new CoreStopped(time, context);
            default -> null;
        };
    }

    private @Nullable HomeEvent serviceCall(Map<String, @Nullable Object> data, Instant time, Context context) {
        if (!(data.get("domain") instanceof String domain) || !(data.get("service") instanceof String service)) {
            return null;
        }
        Map<String, @Nullable Object> passed = tree(data.get("service_data"));
        Attributes attributes = passed.isEmpty() ? Attributes.NONE : new Attributes(passed);
        return new ServiceCall(domain, service, targets(passed.get("entity_id")), attributes, time, context);
    }

    @SuppressWarnings("unchecked") // Jackson makes every key of an object a text
    private static Map<String, @Nullable Object> tree(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** One id, several with commas between, or a list; what is no id, such as {@code all}, is not a target. */
    private List<EntityId> targets(@Nullable Object value) {
        List<EntityId> targets = new ArrayList<>();
        if (value instanceof String text) {
            for (String part : text.split(",", -1)) {
                entityIds.of(part.strip()).ifPresent(targets::add);
            }
        } else if (value instanceof List<?> list) {
            list.forEach(part -> {
                if (part instanceof String text) {
                    entityIds.of(text).ifPresent(targets::add);
                }
            });
        }
        return targets;
    }

    private @Nullable EntityId entity(@Nullable Object value) {
        return value instanceof String text ? entityIds.of(text).orElse(null) : null;
    }
}
