package io.homeiq.mining.habit;

import java.util.Arrays;
import java.util.BitSet;

/**
 * When a rule would do something, and at which of these moments people did the same soon after: all that a test of
 * chance needs, for whoever tries many rules and keeps few.
 */
public final class Fired {

    private final long[] times;
    private final BitSet agreed;

    /**
     * So many of some moments.
     *
     * @param times epoch milliseconds, rising; kept as they are
     * @param agreed the positions of those at which people did the same
     */
    Fired(long[] times, BitSet agreed) {
        this.times = times;
        this.agreed = agreed;
    }

    /** When, in epoch milliseconds, rising; not to be changed. */
    public long[] times() {
        return times;
    }

    public int count() {
        return times.length;
    }

    /** At how many of them people did the same. */
    public int hits() {
        return agreed.cardinality();
    }

    /** The share of them at which people did the same, 0 to 1. */
    public double regularity() {
        return times.length == 0 ? 0 : (double) hits() / times.length;
    }

    /** As {@link Replay#score}. */
    public double score(int acts) {
        return Replay.score(hits(), times.length, acts);
    }

    /** Those at which people did the same, or did not, in epoch milliseconds, rising. */
    public long[] times(boolean done) {
        long[] chosen = new long[times.length];
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            if (agreed.get(i) == done) {
                chosen[count++] = times[i];
            }
        }
        return Arrays.copyOf(chosen, count);
    }
}
