package io.homeiq.data.history;

import io.homeiq.contracts.home.Sequenced;
import io.homeiq.data.history.EventQuery.Order;
import io.homeiq.store.history.HistoryReader;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the log a piece at a time, so that nobody keeps a view of it open while others write. Blocks. */
final class EventPages {

    /** Rows that are looked at for one page by number: a page of rare events may be short, but it does not take for ever. */
    static final int MAX_ROWS = 50_000;

    /** The times of the log are whole microseconds. */
    private static final long STEP_NANOS = 1_000;

    private EventPages() {}

    /**
     * Hands on wanted events in their order until the sink is full or there are no more.
     *
     * @param sink answers whether it can take more
     * @return how the query goes on after what was handed on; null if it is at its end
     */
    static @Nullable Order read(HistoryReader reader, EventQuery query, Predicate<Sequenced> sink) {
        if (query.wantsNothing()) {
            return null;
        }
        return switch (query.order()) {
            case Order.OldestFirst order -> oldestFirst(reader, query, order.from(), sink);
            case Order.NewestFirst order -> newestFirst(reader, query, order.from(), sink);
            case Order.ByNumber order -> byNumber(reader, query, order.afterSeq(), sink);
        };
    }

    private static @Nullable Order oldestFirst(
            HistoryReader reader, EventQuery query, @Nullable Position from, Predicate<Sequenced> sink) {
        Instant start = from == null ? query.start() : later(from.time(), query.start());
        if (isEmpty(start, query.end())) {
            return null;
        }
        Predicate<Sequenced> isNext = from == null ? any -> true : from.beyond(reader, false);
        Position stop = stopOf(() -> reader.byTime(query.filter(start, query.end()), event -> {
            if (isNext.test(event) && !sink.test(event)) {
                throw new PageFull(Position.of(event));
            }
        }));
        return stop == null ? null : new Order.OldestFirst(stop);
    }

    private static @Nullable Order newestFirst(
            HistoryReader reader, EventQuery query, @Nullable Position from, Predicate<Sequenced> sink) {
        Instant end = from == null ? query.end() : earlier(from.time().plusNanos(STEP_NANOS), query.end());
        if (isEmpty(query.start(), end)) {
            return null;
        }
        Predicate<Sequenced> isNext = from == null ? any -> true : from.beyond(reader, true);
        Position stop =
                stopOf(() -> reader.newestFirst(query.filter(query.start(), end), Integer.MAX_VALUE, 0, event -> {
                    if (isNext.test(event) && !sink.test(event)) {
                        throw new PageFull(Position.of(event));
                    }
                }));
        return stop == null ? null : new Order.NewestFirst(stop);
    }

    private static @Nullable Order byNumber(
            HistoryReader reader, EventQuery query, long afterSeq, Predicate<Sequenced> sink) {
        long[] seen = {afterSeq, 0};
        Position stop = stopOf(() -> reader.bySeq(afterSeq, MAX_ROWS, event -> {
            seen[0] = event.seq();
            seen[1]++;
            if (query.wants(event.event()) && !sink.test(event)) {
                throw new PageFull(Position.of(event));
            }
        }));
        return stop == null && seen[1] < MAX_ROWS ? null : new Order.ByNumber(seen[0]);
    }

    private static boolean isEmpty(@Nullable Instant start, @Nullable Instant end) {
        return start != null && end != null && !start.isBefore(end);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    /** Null if the reading came to its end. */
    private static @Nullable Position stopOf(Runnable reading) {
        try {
            reading.run();
            return null;
        } catch (PageFull full) {
            return full.last;
        }
    }

    /** Ends the reading of the store, which goes on until its sink throws. */
    private static final class PageFull extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Position last;

        PageFull(Position last) {
            super(null, null, false, false);
            this.last = last;
        }
    }
}
