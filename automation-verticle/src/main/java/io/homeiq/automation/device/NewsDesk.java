package io.homeiq.automation.device;

import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.automation.wording.Wordings;
import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.service.event.ConsumerParts;
import io.homeiq.store.inbox.Inbox;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells news on {@code device/news}, not retained: each once, however often the bus delivers it. What gets lost in a crash at that very moment still
 * stands in the state of the device.
 */
final class NewsDesk {

    private static final Logger LOG = LoggerFactory.getLogger(NewsDesk.class);
    private static final String READER = "device";

    private final SuggestionBook book;
    private final Wordings wordings;
    private final ConsumerParts parts;
    private final Inbox inbox;

    NewsDesk(SuggestionBook book, Wordings wordings, ConsumerParts parts) {
        this.book = book;
        this.wordings = wordings;
        this.parts = parts;
        this.inbox = new Inbox(parts.clock());
    }

    Future<Void> tell(Event<?> event, DeviceNews.Kind kind, SuggestionId id, @Nullable String message) {
        return book.write(connection -> inbox.firstTime(connection, READER, event.id())
                        .compose(first -> first
                                ? book.find(connection, id)
                                        .map(found -> Optional.of(
                                                wordings.shown(found).title()))
                                        .otherwise(Optional.of(""))
                                : Future.succeededFuture(Optional.<String>empty())))
                .compose(title -> title.isEmpty()
                        ? Future.succeededFuture()
                        : publish(new DeviceNews(kind, id, title.get(), message)));
    }

    /** Never fails: who pressed hears of it on the device as well. */
    void refused(SuggestionId id, String title, String reason) {
        publish(new DeviceNews(DeviceNews.Kind.REFUSED, id, title, reason))
                .onFailure(failure -> LOG.info("a refusal could not be told: {}", failure.getMessage()));
    }

    private Future<Void> publish(DeviceNews news) {
        Buffer payload = Buffer.buffer(parts.json().toBytes(news));
        return parts.bus().publish(new Message(Topic.device(parts.home(), "news"), payload, false));
    }
}
