package io.homeiq.replay.loop;

/**
 * When a timer is due. Phase 0 of an instant takes events and timers; each clock pattern has a later phase of its own.
 *
 * @param micros microseconds since 1970
 */
public record Due(long micros, int phase) implements Comparable<Due> {

    @Override
    public int compareTo(Due other) {
        int byTime = Long.compare(micros, other.micros);
        return byTime != 0 ? byTime : Integer.compare(phase, other.phase);
    }
}
