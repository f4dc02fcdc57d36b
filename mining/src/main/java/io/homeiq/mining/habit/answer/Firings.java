package io.homeiq.mining.habit.answer;

import io.homeiq.mining.habit.Fired;
import io.homeiq.mining.habit.Guard;
import io.homeiq.mining.timeline.Household;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * A bounded choice of a rule's firings, those that people agreed with and those that they did not, each in order of time.
 * A test of how both differ stays right however many are taken of either.
 */
final class Firings {

    /** Enough to see a circumstance, and few enough to ask hundreds of them. */
    private static final int MAX_OF_EACH = 150;

    private final long[] agreed;
    private final long[] unwanted;

    private Firings(long[] agreed, long[] unwanted) {
        this.agreed = agreed;
        this.unwanted = unwanted;
    }

    static Firings of(Fired fired) {
        return new Firings(some(fired.times(true)), some(fired.times(false)));
    }

    private static long[] some(long[] times) {
        if (times.length <= MAX_OF_EACH) {
            return times;
        }
        long[] some = new long[MAX_OF_EACH];
        for (int i = 0; i < some.length; i++) {
            some[i] = times[(int) ((long) i * times.length / some.length)];
        }
        return some;
    }

    /** Those that a condition lets through. */
    Firings under(Guard guard, Household home) {
        LongPredicate holds = guard.in(home);
        return new Firings(
                Arrays.stream(agreed).filter(holds).toArray(),
                Arrays.stream(unwanted).filter(holds).toArray());
    }

    /** Epoch milliseconds, rising. */
    long[] agreed() {
        return agreed;
    }

    /** Epoch milliseconds, rising. */
    long[] unwanted() {
        return unwanted;
    }
}
