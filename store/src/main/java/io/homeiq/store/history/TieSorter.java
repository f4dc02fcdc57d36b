package io.homeiq.store.history;

import io.homeiq.contracts.home.Sequenced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Puts rows that come sorted by millisecond into the order of their microseconds, ties by what they tell. Holds only the
 * events of one millisecond.
 */
final class TieSorter {

    private final List<Sequenced> tied = new ArrayList<>();
    private final Comparator<Sequenced> order;
    private final Predicate<Sequenced> sink;
    private long bucket;

    /** @param sink answers whether it wants more */
    TieSorter(boolean newestFirst, Predicate<Sequenced> sink) {
        this.order = newestFirst ? HistoryReader.OLDEST_FIRST.reversed() : HistoryReader.OLDEST_FIRST;
        this.sink = sink;
    }

    /** Returns whether more is wanted. */
    boolean accept(long time, Sequenced event) {
        if (Times.bucket(time) != bucket && !finish()) {
            return false;
        }
        bucket = Times.bucket(time);
        tied.add(event);
        return true;
    }

    /** Hands on what is held; to be called after the last row. */
    boolean finish() {
        if (tied.size() > 1) {
            tied.sort(order);
        }
        boolean wanted = true;
        for (int i = 0; i < tied.size() && wanted; i++) {
            wanted = sink.test(tied.get(i));
        }
        tied.clear();
        return wanted;
    }
}
