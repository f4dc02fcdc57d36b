package io.homeiq.homeassistant.recorder;

import io.homeiq.contracts.home.HomeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/** Brings events that come a little late into the order of time, and lets each pass only once. Not thread-safe. */
final class ReorderWindow {

    /** How late an event may come. */
    static final Duration LATENESS = Duration.ofSeconds(60);

    private record Waiting(HomeEvent event, long arrival) {}

    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(
            Comparator.comparing((Waiting entry) -> entry.event.time()).thenComparingLong(entry -> entry.arrival));
    private final Set<HomeEvent> known = new HashSet<>();
    private final Consumer<HomeEvent> sink;

    /** What comes with an earlier time is too late. */
    private Instant earliest = Instant.MIN;

    private long arrivals;

    ReorderWindow(Consumer<HomeEvent> sink) {
        this.sink = sink;
    }

    void accept(HomeEvent event) {
        if (event.time().isBefore(earliest)) {
            throw new IllegalArgumentException("events must come in order of time, at most " + LATENESS.toSeconds()
                    + " s late, was: " + event.time() + " where " + earliest + " is the earliest");
        }
        if (!known.add(event)) {
            return;
        }
        waiting.add(new Waiting(event, arrivals++));
        if (event.time().minus(LATENESS).isAfter(earliest)) {
            earliest = event.time().minus(LATENESS);
            while (waiting.element().event.time().isBefore(earliest)) {
                handOver();
            }
        }
    }

    private void handOver() {
        HomeEvent event = waiting.remove().event;
        known.remove(event);
        sink.accept(event);
    }

    /** Hands over what still waits. */
    void finish() {
        while (!waiting.isEmpty()) {
            handOver();
        }
    }
}
