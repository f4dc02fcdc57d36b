package io.homeiq.homeassistant.live;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.live.HistoryRows.Row;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the past from Home Assistant's recorder up to now and hands it on in order of time, stretch by stretch: each as long as gives a
 * handy number of events. Used once. Only for the feed's own context.
 */
final class HistoryFill {

    private static final Duration FIRST_STRETCH = Duration.ofHours(2);
    private static final Duration LONGEST_STRETCH = Duration.ofDays(1);
    private static final Duration SHORTEST_STRETCH = Duration.ofMinutes(1);

    /** After a stretch of fewer events the next one is longer. */
    private static final int FEW_EVENTS = 10_000;

    /** A stretch of more events is read again in shorter ones. */
    private static final int MANY_EVENTS = 60_000;

    /** Each stretch begins a little before the end of the one before, because Home Assistant leaves out both ends. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);

    /** The last stretch ends in the future, so that a clock of ours that is slow cuts nothing off. */
    private static final Duration OPEN_END = Duration.ofDays(1);

    private final Vertx vertx;
    private final Recorder recorder;
    private final Delivery delivery;
    private final InstantSource clock;
    private final Origin origin;
    private Consumer<Instant> progress = reached -> {};
    private final List<List<String>> portions;
    private final Assembly assembly;
    private final LogbookNotes notes = new LogbookNotes();
    private Duration length = FIRST_STRETCH;

    /** @param entities whose past is read */
    HistoryFill(
            FeedParts parts,
            Recorder recorder,
            Delivery delivery,
            Origin origin,
            Snapshot snapshot,
            Set<EntityId> entities) {
        this.vertx = parts.vertx();
        this.recorder = recorder;
        this.delivery = delivery;
        this.clock = parts.clock();
        this.origin = origin;
        this.portions = Recorder.portions(entities);
        this.assembly = new Assembly(snapshot);
    }

    /**
     * Fails as Home Assistant or the listener does; what was handed on by then stays so.
     *
     * @param start from when on
     * @param told the time up to which all has been handed on, again and again
     */
    Future<Void> run(Instant start, Consumer<Instant> told) {
        progress = told;
        return standing(start.minus(OVERLAP).truncatedTo(ChronoUnit.MICROS), 0)
                .compose(known -> from(start))
                .compose(done -> handOn(assembly.unrecorded(start)));
    }

    private Future<Void> standing(Instant moment, int portion) {
        return portion >= portions.size()
                ? Future.succeededFuture()
                : recorder.statesAt(moment, portions.get(portion)).compose(rows -> {
                    assembly.begin(rows);
                    return standing(moment, portion + 1);
                });
    }

    private Future<Void> from(Instant start) {
        progress.accept(start);
        Instant end = start.plus(length);
        boolean last = !end.isBefore(clock.instant());
        Instant until = last ? clock.instant().plus(OPEN_END) : end;
        return stretch(start.minus(OVERLAP), until).transform(read -> {
            if (read.failed()) {
                return mayBeShorter(read.cause()) ? shorterFrom(start) : Future.failedFuture(read.cause());
            }
            lengthen(read.result().size());
            return handOn(read.result()).compose(done -> last ? Future.succeededFuture() : nextFrom(end));
        });
    }

    private Future<Void> nextFrom(Instant end) {
        delivery.filledTo(end);
        return from(end);
    }

    private boolean mayBeShorter(Throwable fault) {
        return Recorder.isTooLarge(fault) && length.compareTo(SHORTEST_STRETCH) > 0;
    }

    private Future<Void> shorterFrom(Instant start) {
        Duration half = length.dividedBy(2);
        length = half.compareTo(SHORTEST_STRETCH) < 0 ? SHORTEST_STRETCH : half;
        return from(start);
    }

    private void lengthen(int events) {
        Duration twice = length.multipliedBy(2);
        if (events < FEW_EVENTS) {
            length = twice.compareTo(LONGEST_STRETCH) > 0 ? LONGEST_STRETCH : twice;
        }
    }

    private Future<List<HomeEvent>> stretch(Instant start, Instant end) {
        notes.nextStretch();
        List<Row> rows = new ArrayList<>();
        return recorder.explain(start, end, notes)
                .compose(explained -> states(start, end, 0, rows))
                .compose(complete -> vertx.executeBlocking(() -> assembly.events(rows, notes), false));
    }

    private Future<Void> states(Instant start, Instant end, int portion, List<Row> rows) {
        if (portion >= portions.size()) {
            return Future.succeededFuture();
        }
        boolean shortest = length.compareTo(SHORTEST_STRETCH) <= 0;
        List<String> entities = portions.get(portion);
        Future<List<Row>> answer =
                shortest ? recorder.bearableStates(start, end, entities) : recorder.states(start, end, entities);
        return answer.compose(more -> {
            rows.addAll(more);
            return !shortest && rows.size() > MANY_EVENTS
                    ? Future.failedFuture(new HomeAssistantException(
                            Kind.TOO_LARGE,
                            "Home Assistant has more than " + MANY_EVENTS + " events from " + start + " on"))
                    : states(start, end, portion + 1, rows);
        });
    }

    private Future<Void> handOn(List<HomeEvent> events) {
        if (events.isEmpty()) {
            return Future.succeededFuture();
        }
        return delivery.fill(events, origin)
                .onSuccess(done -> delivery.filledTo(events.getLast().time()));
    }
}
