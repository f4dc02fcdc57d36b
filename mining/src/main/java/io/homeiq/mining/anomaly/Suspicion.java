package io.homeiq.mining.anomaly;

import io.homeiq.contracts.home.EntityId;
import java.util.Optional;

/**
 * The test of one contact's day against its own rhythm.
 *
 * @param pValue how likely a day of this rhythm is to bring something at least as odd, 0 to 1
 * @param oddity what it is; empty for a day on which nothing is worth a word whatever its p-value
 */
record Suspicion(EntityId entity, int day, double pValue, Optional<Oddity> oddity) {

    /** What was odd. */
    sealed interface Oddity {

        /** When it began, in epoch milliseconds. */
        long time();

        /** The days that the broken habit rests on. */
        ContactRhythm.Known known();
    }

    /**
     * Opened at an hour at which it never was.
     *
     * @param fromSlot first slot at which it was never open before
     * @param untilSlot the first one after it at which it was; on the circle
     */
    record OddHour(long time, ContactRhythm.Known known, int fromSlot, int untilSlot) implements Oddity {}

    /**
     * Open far longer than ever.
     *
     * @param seconds how long
     * @param longest how long at most before, in seconds
     */
    record LeftOpen(long time, ContactRhythm.Known known, long seconds, long longest) implements Oddity {}
}
