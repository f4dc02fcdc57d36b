package io.homeiq.data.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.data.history.EventQuery.Order;
import io.homeiq.service.Problem;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.history.HistoryReader;
import io.homeiq.store.history.HistorySummary;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The history as lists, single events, numbers, and a stream of everything. */
public final class EventRoutes implements Routes {

    private final History history;
    private final Supplier<HomeRegistry> registry;
    private final Counter streamed;
    private final ObjectMapper mapper = new ObjectMapper();
    private final StreamSlots slots = new StreamSlots();

    /** @param registry for the devices and areas that events belong to, as known now */
    public EventRoutes(History history, Supplier<HomeRegistry> registry, Metrics metrics) {
        this.history = history;
        this.registry = registry;
        this.streamed = metrics.counter("homeiq.history.streamed", "Events read for streams of the history");
    }

    @Override
    public void addTo(Api api) {
        api.get("/api/v1/events", this::events)
                .get("/api/v1/events/stats", request -> stats())
                .get("/api/v1/events/types", request -> Future.succeededFuture(Reply.ok(EventKinds.NAMES)))
                .get("/api/v1/events/{id}", this::event);
    }

    private Future<Reply> events(Request request) {
        if (request.prefers(EventStream.MEDIA_TYPE)) {
            EventRequest wanted = EventRequest.stream(request, registry.get());
            if (wanted.offset() > 0) {
                throw Request.invalid("offset", Long.toString(wanted.offset()), "left out for a stream");
            }
            EventStream stream = new EventStream(history, wanted.query(), wanted.limit(), mapper, streamed);
            return Future.succeededFuture(Reply.stream(EventStream.MEDIA_TYPE, slots.of(stream)));
        }
        EventRequest wanted = EventRequest.page(request, registry.get());
        return history.read(reader -> page(reader, wanted));
    }

    private Reply page(HistoryReader reader, EventRequest wanted) {
        List<Sequenced> events = new ArrayList<>();
        long[] toSkip = {wanted.offset()};
        Order next = EventPages.read(reader, wanted.query(), event -> {
            if (toSkip[0] > 0) {
                toSkip[0]--;
                return true;
            }
            events.add(event);
            return events.size() < wanted.limit();
        });
        return EventPage.of(events, next, registry.get());
    }

    private Future<Reply> stats() {
        return history.read(HistoryReader::summary).map(EventRoutes::numbers).map(Reply::ok);
    }

    private static Map<String, Object> numbers(HistorySummary summary) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("total_events", summary.count());
        numbers.put("unique_entities", summary.entities());
        if (summary.first() != null && summary.last() != null) {
            numbers.put("first_event", summary.first());
            numbers.put("last_event", summary.last());
        }
        numbers.put("last_seq", summary.lastSeq());
        return numbers;
    }

    private Future<Reply> event(Request request) {
        String id = request.path("id");
        long seq = seqOf(id);
        return history.read(reader -> {
            List<Sequenced> found = new ArrayList<>();
            if (seq > 0) {
                reader.bySeq(seq - 1, 1, found::add);
            }
            return found.stream()
                    .filter(event -> event.seq() == seq)
                    .findFirst()
                    .map(event -> Reply.ok(EventDocument.of(event, registry.get())))
                    .orElseThrow(() -> Problem.of(
                                    Problem.Kind.NOT_FOUND,
                                    "there is no event " + id + "; ids are the numbers of events in the history")
                            .asException());
        });
    }

    /** 0 for what can be no number of an event. */
    private static long seqOf(String id) {
        try {
            return Math.max(0, Long.parseLong(id));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
