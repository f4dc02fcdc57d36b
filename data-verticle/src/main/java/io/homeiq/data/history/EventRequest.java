package io.homeiq.data.history;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.data.history.EventQuery.Order;
import io.homeiq.service.http.Request;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked of the history.
 *
 * @param limit the most events
 * @param offset how many are left out first
 */
record EventRequest(EventQuery query, long limit, long offset) {

    static final int DEFAULT_LIMIT = 100;
    static final int MAX_LIMIT = 10_000;

    /** Farther back the pages get slow to find; a cursor has no such limit. */
    static final int MAX_OFFSET = 1_000_000;

    private static final int MAX_ENTITIES = 500;

    private enum Direction {
        ASC,
        DESC
    }

    /** For a page: newest first unless something else is said. */
    static EventRequest page(Request request, HomeRegistry registry) {
        return read(request, registry, request.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT), Direction.DESC);
    }

    /** For a stream of everything: oldest first unless something else is said. */
    static EventRequest stream(Request request, HomeRegistry registry) {
        return read(request, registry, request.number("limit", Long.MAX_VALUE, 1, Long.MAX_VALUE), Direction.ASC);
    }

    private static EventRequest read(Request request, HomeRegistry registry, long limit, Direction usual) {
        Instant start = request.time("start_time");
        Instant end = request.time("end_time");
        if (start != null && end != null && end.isBefore(start)) {
            throw Request.invalid("end_time", String.valueOf(end), "at or after start_time, " + start);
        }
        EventQuery query = new EventQuery(
                start, end, entities(request, registry), kinds(request), Set.of(), order(request, usual));
        return new EventRequest(query, limit, request.number("offset", 0, 0, MAX_OFFSET));
    }

    private static Order order(Request request, Direction usual) {
        Direction direction = request.choice("order", Direction.class);
        if (request.text("after_seq") != null) {
            if (direction == Direction.DESC) {
                throw Request.invalid("order", "desc", "asc together with after_seq");
            }
            return new Order.ByNumber(request.number("after_seq", 0, 0, Long.MAX_VALUE));
        }
        Position from = cursor(request);
        return (direction == null ? usual : direction) == Direction.ASC
                ? new Order.OldestFirst(from)
                : new Order.NewestFirst(from);
    }

    private static @Nullable Position cursor(Request request) {
        String word = request.text("cursor");
        return word == null
                ? null
                : Position.decode(word)
                        .orElseThrow(() -> Request.invalid("cursor", word, "one that an earlier page has told"));
    }

    private static Set<String> kinds(Request request) {
        List<String> kinds = request.texts("event_type");
        for (String kind : kinds) {
            if (!EventKinds.NAMES.contains(kind)) {
                throw Request.invalid("event_type", kind, "one of " + String.join(", ", EventKinds.NAMES));
            }
        }
        return Set.copyOf(kinds);
    }

    /** Those that all of the given parameters name; null if none is given. */
    private static @Nullable Set<EntityId> entities(Request request, HomeRegistry registry) {
        Set<EntityId> named = named(request);
        String device = request.text("device_id");
        String area = request.text("area_id");
        if (device == null && area == null) {
            return named;
        }
        return Belonging.to(registry, device, area, named);
    }

    private static @Nullable Set<EntityId> named(Request request) {
        List<String> texts = request.texts("entity_id");
        if (texts.isEmpty()) {
            return null;
        }
        if (texts.size() > MAX_ENTITIES) {
            throw Request.invalid("entity_id", texts.size() + " of them", "at most " + MAX_ENTITIES);
        }
        Set<EntityId> entities = new HashSet<>();
        for (String text : texts) {
            if (!EntityId.isValid(text)) {
                throw Request.invalid("entity_id", text, "domain.object_id such as light.hall");
            }
            entities.add(new EntityId(text));
        }
        return entities;
    }
}
