package io.homeiq.data.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.data.history.EventQuery.Order;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for. Of each list any member may fit; all that is given must fit together.
 *
 * @param text within the id or a name of the entity, whatever its case; null: any
 * @param plain what stands for itself: times, kinds, states and order, still for whatever entity
 * @param limit the most events of a page
 */
record EventSearch(
        Set<EntityId> entities,
        Set<String> domains,
        @Nullable String text,
        @Nullable String device,
        @Nullable String area,
        EventQuery plain,
        int limit) {

    private static final int MAX_MEMBERS = 500;

    private static final Set<String> FIELDS = Set.of(
            "entity_ids",
            "event_types",
            "domains",
            "text",
            "states",
            "start_time",
            "end_time",
            "device_id",
            "area_id",
            "order",
            "limit",
            "cursor");

    /** @throws io.homeiq.service.ProblemException for what cannot be understood */
    static EventSearch read(JsonNode body) {
        BodyFields fields = new BodyFields(body, FIELDS);
        Instant start = fields.time("start_time");
        Instant end = fields.time("end_time");
        if (start != null && end != null && end.isBefore(start)) {
            throw BodyFields.invalid("end_time", "must be at or after start_time, " + start + ", was: " + end);
        }
        EventQuery plain = new EventQuery(
                start, end, null, kinds(fields), Set.copyOf(fields.texts("states", MAX_MEMBERS)), order(fields));
        return new EventSearch(
                entities(fields),
                lower(fields.texts("domains", MAX_MEMBERS)),
                fields.text("text"),
                fields.text("device_id"),
                fields.text("area_id"),
                plain,
                fields.number("limit", EventRequest.DEFAULT_LIMIT, 1, EventRequest.MAX_LIMIT));
    }

    private static Set<EntityId> entities(BodyFields fields) {
        Set<EntityId> entities = new HashSet<>();
        for (String text : fields.texts("entity_ids", MAX_MEMBERS)) {
            if (!EntityId.isValid(text)) {
                throw BodyFields.invalid("entity_ids", "must be like light.hall, domain.object_id, was: " + text);
            }
            entities.add(new EntityId(text));
        }
        return entities;
    }

    private static Set<String> kinds(BodyFields fields) {
        Set<String> kinds = Set.copyOf(fields.texts("event_types", MAX_MEMBERS));
        if (!EventKinds.NAMES.containsAll(kinds)) {
            throw BodyFields.invalid("event_types", "must be of " + String.join(", ", EventKinds.NAMES));
        }
        return kinds;
    }

    private static Order order(BodyFields fields) {
        String word = fields.text("cursor");
        Position from = word == null
                ? null
                : Position.decode(word)
                        .orElseThrow(() -> BodyFields.invalid("cursor", "must be one that an earlier page has told"));
        String order = fields.text("order");
        return switch (order == null ? "desc" : order.toLowerCase(Locale.ROOT)) {
            case "desc" -> new Order.NewestFirst(from);
            case "asc" -> new Order.OldestFirst(from);
            default -> throw BodyFields.invalid("order", "must be asc or desc, was: " + order);
        };
    }

    private static Set<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Whether nothing is said of entities, so that also events which are about none are wanted. */
    boolean wantsWhomever() {
        return entities.isEmpty() && domains.isEmpty() && text == null && device == null && area == null;
    }

    /**
     * The query for the log.
     *
     * @param seen all entities that events of the log are about
     */
    EventQuery query(Set<EntityId> seen, HomeRegistry registry) {
        return wantsWhomever()
                ? plain
                : new EventQuery(
                        plain.start(),
                        plain.end(),
                        wanted(seen, registry),
                        plain.kinds(),
                        plain.states(),
                        plain.order());
    }

    /** Those that are named, or else all that are known in any way. */
    private Set<EntityId> wanted(Set<EntityId> seen, HomeRegistry registry) {
        Set<EntityId> asked = new HashSet<>(entities);
        if (asked.isEmpty()) {
            asked.addAll(seen);
            registry.entities().forEach(entity -> asked.add(entity.id()));
        }
        Set<EntityId> belonging = device == null && area == null ? asked : Belonging.to(registry, device, area, asked);
        EntityNames names = new EntityNames(registry);
        return belonging.stream()
                .filter(id -> domains.isEmpty() || domains.contains(id.domain()))
                .filter(id -> text == null || names.hasPart(id, text))
                .collect(Collectors.toSet());
    }
}
