package io.homeiq.data.history;

import io.homeiq.contracts.home.Sequenced;
import io.homeiq.data.history.EventQuery.Order;
import io.homeiq.store.history.HistoryReader;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for events in order of time, in larger and larger pieces of the log, until a page is full or enough was looked at for one request. What is
 * frequent is found in the first piece; what is rare takes some requests rather than one that lasts. Blocks.
 */
final class SearchPages {

    /** Events that are looked at for one page: those near its beginning first. */
    private static final int[] PIECES = {20_000, 200_000, 2_000_000};

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    /** The times of the log are whole microseconds. */
    private static final Duration STEP = Duration.ofNanos(1_000);

    private final HistoryReader reader;
    private final EventQuery query;
    private final int[] pieces;

    SearchPages(HistoryReader reader, EventQuery query) {
        this(reader, query, PIECES);
    }

    SearchPages(HistoryReader reader, EventQuery query, int[] pieces) {
        this.reader = reader;
        this.query = query;
        this.pieces = pieces.clone();
    }

    /**
     * Hands on wanted events in their order.
     *
     * @param sink answers whether it can take more
     * @return how the search goes on, also if it found nothing so far; null if it is at its end
     */
    @Nullable
    Order read(Predicate<Sequenced> sink) {
        Order order = query.order();
        boolean[] full = {false};
        Predicate<Sequenced> watched = event -> {
            full[0] = !sink.test(event);
            return !full[0];
        };
        for (int i = 0; i < pieces.length && order != null && !full[0] && !query.wantsNothing(); i++) {
            order = switch (order) {
                case Order.NewestFirst newest -> back(newest.from(), pieces[i], watched);
                case Order.OldestFirst oldest -> on(oldest.from(), pieces[i], watched);
                case Order.ByNumber byNumber -> EventPages.read(reader, query.in(byNumber), watched);
            };
        }
        return query.wantsNothing() ? null : order;
    }

    private @Nullable Order back(@Nullable Position from, int events, Predicate<Sequenced> sink) {
        Instant end = from == null ? query.end() : from.time().plus(STEP);
        Instant edge = isBeyond(query.start(), end) ? null : reader.edge(query.start(), end, true, events);
        Instant start = edge == null || query.start() != null && !edge.isAfter(query.start()) ? query.start() : edge;
        Order next = EventPages.read(reader, query.between(start, query.end()).in(new Order.NewestFirst(from)), sink);
        return next != null || start == null || start.equals(query.start())
                ? next
                : new Order.NewestFirst(new Position(start, 0));
    }

    private @Nullable Order on(@Nullable Position from, int events, Predicate<Sequenced> sink) {
        Instant start = from == null ? query.start() : from.time();
        Instant edge = isBeyond(start, query.end()) ? null : reader.edge(start, query.end(), false, events);
        Instant end =
                edge == null || isBeyond(edge.plus(MILLISECOND), query.end()) ? query.end() : edge.plus(MILLISECOND);
        Order next = EventPages.read(reader, query.between(query.start(), end).in(new Order.OldestFirst(from)), sink);
        return next != null || end == null || end.equals(query.end())
                ? next
                : new Order.OldestFirst(new Position(end.minus(STEP), Long.MAX_VALUE));
    }

    /** Whether nothing lies from the one to the other. */
    private static boolean isBeyond(@Nullable Instant start, @Nullable Instant end) {
        return start != null && end != null && !start.isBefore(end);
    }
}
