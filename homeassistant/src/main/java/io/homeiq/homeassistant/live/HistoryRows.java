package io.homeiq.homeassistant.live;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the answer of Home Assistant's history: lists of states, one list for each entity. Blocking; no shared state. */
final class HistoryRows {

    private static final ObjectReader ROWS = new ObjectMapper().readerFor(new TypeReference<Map<String, Object>>() {});

    private HistoryRows() {}

    /**
     * One state as the recorder has it.
     *
     * @param state null if the entity was removed
     * @param changed false if only attributes are other than before
     */
    record Row(EntityId entity, @Nullable String state, Attributes attributes, Instant updated, boolean changed) {}

    /** Rows that cannot be read are left out. */
    static List<Row> parse(Buffer answer) {
        List<Row> rows = new ArrayList<>();
        Map<EntityId, Attributes> latest = new HashMap<>();
        try (MappingIterator<List<Map<String, Object>>> lists =
                ROWS.forType(new TypeReference<List<Map<String, Object>>>() {}).readValues(answer.getBytes())) {
            while (lists.hasNextValue()) {
                lists.nextValue().forEach(map -> {
                    Row row = row(map, latest);
                    if (row != null) {
                        rows.add(row);
                    }
                });
            }
            return rows;
        } catch (IOException e) {
            throw new HomeAssistantException(
                    Kind.PROTOCOL,
                    "Home Assistant's history is not readable, it is cut off or no JSON; is HA_URL right?",
                    e);
        }
    }

    private static @Nullable Row row(Map<String, Object> map, Map<EntityId, Attributes> latest) {
        Instant updated = instant(map.get("last_updated"));
        if (updated == null
                || !(map.get("entity_id") instanceof String id && EntityId.isValid(id))
                || !(map.get("state") instanceof String state)) {
            return null;
        }
        EntityId entity = new EntityId(id);
        Attributes attributes = shared(entity, map.get("attributes"), latest);
        boolean changed = updated.equals(instant(map.get("last_changed")));
        return new Row(entity, state.isEmpty() ? null : state, attributes, updated, changed);
    }

    /** Most states of an entity carry the same attributes: one copy is enough. */
    @SuppressWarnings("unchecked") // JSON objects are read as maps with text keys
    private static Attributes shared(EntityId entity, @Nullable Object attributes, Map<EntityId, Attributes> latest) {
        Map<String, @Nullable Object> values =
                attributes instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
        Attributes before = latest.get(entity);
        if (before != null && before.values().equals(values)) {
            return before;
        }
        Attributes fresh = values.isEmpty() ? Attributes.NONE : new Attributes(values);
        latest.put(entity, fresh);
        return fresh;
    }

    /** Null if it is no time. */
    static @Nullable Instant instant(@Nullable Object text) {
        try {
            return text instanceof String iso ? OffsetDateTime.parse(iso).toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
