package io.homeiq.mining.habit.answer;

import io.homeiq.mining.habit.Guard;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.timeline.Household;
import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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

    static Firings of(Replay replay) {
        LongStream.Builder agreed = LongStream.builder();
        LongStream.Builder unwanted = LongStream.builder();
        replay.eachFiring((time, done) -> (done ? agreed : unwanted).add(time));
        return new Firings(some(agreed.build().toArray()), some(unwanted.build().toArray()));
    }

    private static long[] some(long[] times) {
        int size = Math.min(times.length, MAX_OF_EACH);
        return IntStream.range(0, size)
                .mapToLong(i -> times[(int) ((long) i * times.length / size)])
                .toArray();
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
