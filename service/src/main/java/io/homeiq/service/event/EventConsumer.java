package io.homeiq.service.event;

import io.homeiq.bus.Message;
import io.homeiq.bus.Subscription;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.json.Decoded;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.service.event.Intake.Outcome;
import io.homeiq.store.inbox.Inbox;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events of one home from the bus. What cannot be read goes to the dead letters of the service and is done with; what can is handed on,
 * and acknowledged only once its effect stands.
 */
public final class EventConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(EventConsumer.class);

    private final ConsumerParts parts;
    private final Announcer announcer;
    private final Inbox inbox;
    private final EventCodec codec;
    private final Intake intake;

    /** @param announcer whose transactions the handlers run in */
    public EventConsumer(ConsumerParts parts, Announcer announcer, Inbox inbox) {
        this.parts = parts;
        this.announcer = announcer;
        this.inbox = inbox;
        this.codec = new EventCodec(parts.json());
        this.intake = new Intake(parts, "homeiq.events.consumed");
    }

    /**
     * From now on every event of this type leads to one call of the handler, however often it is delivered. One handler a type.
     *
     * @param data for example {@code PatternDetected.class}
     */
    public <T extends EventData> Future<Subscription> on(Class<T> data, EventHandler<T> handler) {
        return subscribe(data, event -> once(event, handler));
    }

    /**
     * As {@link #on}, for events that only say where to look: no transaction, no memory, so an event delivered twice leads to two calls.
     *
     * @param handler if its future fails, the event comes again later
     */
    public <T extends EventData> Future<Subscription> onBell(Class<T> data, Function<Event<T>, Future<Void>> handler) {
        return subscribe(
                data,
                event -> handler.apply(event)
                        .onSuccess(done -> intake.count(event.type().wireName(), Outcome.DONE)));
    }

    private <T extends EventData> Future<Subscription> subscribe(
            Class<T> data, Function<Event<T>, Future<Void>> effect) {
        EventType type = typeOf(data);
        return parts.bus()
                .subscribe(TopicFilter.event(parts.home(), type), message -> take(message, type, data, effect));
    }

    private <T extends EventData> Future<Void> take(
            Message message, EventType type, Class<T> data, Function<Event<T>, Future<Void>> effect) {
        return switch (codec.decode(message.payload().getBytes())) {
            case Decoded.Unreadable unreadable -> intake.putAside(message, type.wireName(), unreadable.reason());
            case Decoded.Readable readable
            when !belongs(readable.event(), type) ->
                intake.putAside(
                        message,
                        type.wireName(),
                        "an event " + readable.event().type().wireName() + " of home "
                                + readable.event().home() + " does not belong on this topic");
            case Decoded.Readable readable -> counted(typed(readable.event(), data), effect);
        };
    }

    private boolean belongs(Event<?> event, EventType type) {
        return event.type() == type && event.home().equals(parts.home());
    }

    private <T extends EventData> Future<Void> counted(Event<T> event, Function<Event<T>, Future<Void>> effect) {
        return effect.apply(event).onFailure(failure -> {
            intake.count(event.type().wireName(), Outcome.FAILED);
            LOG.atWarn()
                    .addKeyValue("event_id", event.id())
                    .log(
                            "{} could not be taken in and will come again: {}",
                            event.type().wireName(),
                            failure.toString());
        });
    }

    private <T extends EventData> Future<Void> once(Event<T> event, EventHandler<T> handler) {
        return announcer
                .write(connection -> inbox.firstTime(connection, parts.service(), event.id())
                        .compose(first -> first
                                ? handler.handle(connection, event).map(Outcome.DONE)
                                : Future.succeededFuture(Outcome.DUPLICATE)))
                .onSuccess(outcome -> {
                    intake.count(event.type().wireName(), outcome);
                    LOG.atDebug()
                            .addKeyValue("event_id", event.id())
                            .log("{} {}", event.type().wireName(), outcome);
                })
                .mapEmpty();
    }

    private static <T extends EventData> Event<T> typed(Event<?> event, Class<T> data) {
        return new Event<>(event.id(), event.home(), event.source(), event.time(), data.cast(event.data()));
    }

    private static EventType typeOf(Class<? extends EventData> data) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.data() == data)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event carries " + data.getSimpleName()));
    }
}
