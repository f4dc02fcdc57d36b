package io.homeiq.store.cache;

import java.util.concurrent.atomic.LongAdder;

/** How often entries were found in one tier, and how often not. Safe to use from every thread. */
final class TierCount {

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    void count(int asked, int found) {
        hits.add(found);
        misses.add(asked - found);
    }

    long hits() {
        return hits.sum();
    }

    long misses() {
        return misses.sum();
    }
}
