package io.homeiq.data.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.data.history.EventQuery.Order;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.homeiq.store.history.EntityTotal;
import io.homeiq.store.history.EntityTotals;
import io.homeiq.store.history.HistoryReader;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Searching the history, and the entities that occur in it. To be added before what answers for single events. */
public final class SearchRoutes implements Routes {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 10_000;

    private static final Comparator<EntityTotal> MOST_FIRST = Comparator.comparingLong(EntityTotal::events)
            .reversed()
            .thenComparing(total -> total.entity().value());

    private final History history;
    private final Supplier<HomeRegistry> registry;

    /** @param registry for names, devices and areas, as known now */
    public SearchRoutes(History history, Supplier<HomeRegistry> registry) {
        this.history = history;
        this.registry = registry;
    }

    @Override
    public void addTo(Api api) {
        api.post("/api/v1/events/search", this::search).get("/api/v1/events/entities", this::entities);
    }

    private Future<Reply> search(Request request) {
        EventSearch search = EventSearch.read(request.body(JsonNode.class));
        return history.read(reader -> page(reader, search));
    }

    private Reply page(HistoryReader reader, EventSearch search) {
        HomeRegistry known = registry.get();
        List<Sequenced> events = new ArrayList<>();
        EventQuery query = search.query(reader.allEntities(), known);
        Order next = new SearchPages(reader, query).read(event -> {
            events.add(event);
            return events.size() < search.limit();
        });
        return EventPage.of(events, next, known);
    }

    private Future<Reply> entities(Request request) {
        String domain = request.text("domain");
        int limit = request.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        int offset = request.integer("offset", 0, 0, Integer.MAX_VALUE);
        return history.totals().map(totals -> {
            List<EntityTotal> wanted = of(domain, totals);
            List<Map<String, Object>> page = wanted.stream()
                    .skip(offset)
                    .limit(limit)
                    .map(this::document)
                    .toList();
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("entities", page);
            answer.put("count", page.size());
            answer.put("total", wanted.size());
            answer.put("limit", limit);
            answer.put("offset", offset);
            return Reply.ok(answer);
        });
    }

    private static List<EntityTotal> of(@Nullable String domain, EntityTotals totals) {
        return totals.entities().stream()
                .filter(total -> domain == null || domain.equals(total.entity().domain()))
                .sorted(MOST_FIRST)
                .toList();
    }

    private Map<String, Object> document(EntityTotal total) {
        HomeRegistry known = registry.get();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("entity_id", total.entity().value());
        known.entity(total.entity()).ifPresent(entity -> {
            if (entity.name() != null) {
                document.put("name", entity.name());
            }
        });
        document.put("domain", total.entity().domain());
        known.deviceOf(total.entity()).ifPresent(device -> document.put("device_id", device.id()));
        known.areaOf(total.entity()).ifPresent(area -> document.put("area_id", area.id()));
        document.put("event_count", total.events());
        document.put("first_event", total.first());
        document.put("last_event", total.last());
        return document;
    }
}
