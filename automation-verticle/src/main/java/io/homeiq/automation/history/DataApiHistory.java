package io.homeiq.automation.history;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.homeassistant.source.HomeEventJson;
import io.homeiq.homeassistant.source.Parsed;
import io.homeiq.service.client.ServiceClient;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The history as the data service hands it out. One reading at a time. */
public final class DataApiHistory implements HomeHistory {

    private static final int BATCH_LINES = 512;

    private final ServiceClient dataApi;
    private final HomeEventJson json = new HomeEventJson();

    public DataApiHistory(ServiceClient dataApi) {
        this.dataApi = dataApi;
    }

    @Override
    public Future<Void> since(Instant start, Pieces pieces) {
        return read("/api/v1/events?order=asc&start_time=" + start, pieces);
    }

    @Override
    public Future<Void> after(long seq, Pieces pieces) {
        return read("/api/v1/events?order=asc&after_seq=" + seq, pieces);
    }

    /** A service that was given up is not waited for: whoever asks wants to go on. */
    @Override
    public Future<Void> latest(Set<EntityId> entities, Instant start, int most, Pieces pieces) {
        if (entities.isEmpty()) {
            return Future.succeededFuture();
        }
        String named =
                entities.stream().map(entity -> "&entity_id=" + entity.value()).collect(Collectors.joining());
        return lines(
                "/api/v1/events?order=desc&event_type=state_changed&start_time=" + start + "&limit=" + most + named,
                pieces);
    }

    private Future<Void> read(String path, Pieces pieces) {
        dataApi.tryAgainNow();
        return lines(path, pieces);
    }

    private Future<Void> lines(String path, Pieces pieces) {
        return dataApi.lines(path, BATCH_LINES, lines -> pieces.take(events(lines)))
                .mapEmpty();
    }

    /** Lines that hold no event are passed over. */
    private synchronized List<Sequenced> events(List<Buffer> lines) {
        List<Sequenced> events = new ArrayList<>();
        for (Buffer line : lines) {
            if (json.parse(line.getBytes()) instanceof Parsed.Happened happened && happened.seq() > 0) {
                events.add(new Sequenced(happened.seq(), happened.event()));
            }
        }
        return events;
    }
}
