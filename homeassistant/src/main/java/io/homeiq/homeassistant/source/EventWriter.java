package io.homeiq.homeassistant.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes events as Home Assistant's WebSocket puts them under {@code event}. Not thread-safe. */
final class EventWriter {

    /** Far more entities than a home has; beyond it a repeated state is said to be as old as the event. */
    private static final int MAX_ENTITIES = 50_000;

    private final ObjectMapper mapper;
    private final AttributesText attributes;
    private Instant lastTime = Instant.MIN;
    private String lastText = "";

    /** When each entity last took another state, among the events written so far. */
    private final Map<EntityId, Instant> lastChanged = new HashMap<>();

    EventWriter(ObjectMapper mapper) {
        this.mapper = mapper;
        this.attributes = new AttributesText(mapper);
    }

    /** One line without its end; {@code seq} is added if it is more than 0. */
    String write(HomeEvent event, long seq) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = mapper.createGenerator(text)) {
            write(json, event, seq);
        } catch (IOException impossible) {
            throw new UncheckedIOException("an event could not be written as JSON", impossible);
        }
        return text.toString();
    }

    /** Writes the one object. */
    void write(JsonGenerator json, HomeEvent event, long seq) throws IOException {
        json.writeStartObject();
        json.writeStringField("event_type", typeOf(event));
        json.writeFieldName("data");
        data(json, event);
        json.writeStringField("origin", "LOCAL");
        json.writeStringField("time_fired", text(event.time()));
        context(json, event.context());
        if (seq > 0) {
            json.writeNumberField("seq", seq);
        }
        json.writeEndObject();
    }

    /** The same time comes up to four times in one event. */
    private String text(Instant time) {
        if (!time.equals(lastTime)) {
            lastText = TimeText.text(time);
            lastTime = time;
        }
        return lastText;
    }

    static String typeOf(HomeEvent event) {
        return switch (event) {
            case StateChange ignored -> "state_changed";
            case ServiceCall ignored -> "call_service";
            case AutomationTriggered ignored -> "automation_triggered";
            case ScriptStarted ignored -> "script_started";
            case CoreStarted ignored -> "homeassistant_start";
            case CoreStopped ignored -> "homeassistant_stop";
        };
    }

    private void data(JsonGenerator json, HomeEvent event) throws IOException {
        if (event instanceof StateChange change) {
            json.writeStartObject();
            json.writeStringField("entity_id", change.entityId().value());
            states(json, change);
            json.writeEndObject();
        } else {
            mapper.writeValue(json, dataOf(event));
        }
    }

    /** What goes under {@code data} for the events that explain others. */
    static Map<String, @Nullable Object> dataOf(HomeEvent event) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        switch (event) {
            case ServiceCall call -> {
                data.put("domain", call.domain());
                data.put("service", call.service());
                data.put("service_data", passed(call));
            }
            case AutomationTriggered triggered -> {
                data.put("name", triggered.automation().objectId());
                data.put("entity_id", triggered.automation().value());
                data.put("source", triggered.source());
            }
            case ScriptStarted started -> {
                data.put("name", started.script().objectId());
                data.put("entity_id", started.script().value());
            }
            case StateChange ignored -> {}
            case CoreStarted ignored -> {}
            case CoreStopped ignored -> {}
        }
        return data;
    }

    private static Map<String, @Nullable Object> passed(ServiceCall call) {
        if (call.targets().isEmpty() || call.data().values().containsKey("entity_id")) {
            return call.data().values();
        }
        Map<String, @Nullable Object> passed = new LinkedHashMap<>();
        List<String> targets = call.targets().stream().map(EntityId::value).toList();
        passed.put("entity_id", targets);
        passed.putAll(call.data().values());
        return passed;
    }

    /** What is written of one state. */
    private record WrittenState(
            EntityId entity, String state, Attributes attributes, Instant changed, Instant updated, Context context) {}

    private void states(JsonGenerator json, StateChange change) throws IOException {
        EntityId entity = change.entityId();
        Instant since = lastChanged.getOrDefault(entity, change.time());
        json.writeFieldName("old_state");
        String before = change.before();
        if (before == null) {
            json.writeNull();
        } else {
            state(json, new WrittenState(entity, before, Attributes.NONE, since, since, Context.UNKNOWN));
        }
        json.writeFieldName("new_state");
        String after = change.after();
        if (after == null) {
            lastChanged.remove(entity);
            json.writeNull();
            return;
        }
        Instant changed = after.equals(before) ? since : change.time();
        if (lastChanged.size() < MAX_ENTITIES || lastChanged.containsKey(entity)) {
            lastChanged.put(entity, changed);
        }
        state(json, new WrittenState(entity, after, change.attributes(), changed, change.time(), change.context()));
    }

    private void state(JsonGenerator json, WrittenState state) throws IOException {
        json.writeStartObject();
        json.writeStringField("entity_id", state.entity.value());
        json.writeStringField("state", state.state);
        json.writeFieldName("attributes");
        attributes.write(json, state.attributes);
        json.writeStringField("last_changed", text(state.changed));
        json.writeStringField("last_updated", text(state.updated));
        context(json, state.context);
        json.writeEndObject();
    }

    /** Left out where nothing is known of it. */
    private static void context(JsonGenerator json, Context context) throws IOException {
        if (context.equals(Context.UNKNOWN)) {
            return;
        }
        json.writeObjectFieldStart("context");
        json.writeStringField("id", context.id());
        json.writeStringField("parent_id", context.parentId());
        json.writeStringField("user_id", context.userId());
        json.writeEndObject();
    }
}
