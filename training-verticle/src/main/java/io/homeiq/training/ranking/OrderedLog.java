package io.homeiq.training.ranking;

import io.homeiq.contracts.home.HomeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/** Brings the events of a log into the order of time, each once, as the history of a home gives them. It holds those of {@link #WINDOW}. */
final class OrderedLog implements Consumer<HomeEvent> {

    /** A log holds no event later than this after another one that happened after it. */
    static final Duration WINDOW = Duration.ofMinutes(2);

    private record Waiting(HomeEvent event, long number) implements Comparable<Waiting> {

        @Override
        public int compareTo(Waiting other) {
            int byTime = event.time().compareTo(other.event.time());
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final Consumer<HomeEvent> sink;
    private final PriorityQueue<Waiting> queue = new PriorityQueue<>();
    private final Set<HomeEvent> held = new HashSet<>();
    private Instant newest = Instant.MIN;
    private long count;

    OrderedLog(Consumer<HomeEvent> sink) {
        this.sink = sink;
    }

    @Override
    public void accept(HomeEvent event) {
        if (held.add(event)) {
            queue.add(new Waiting(event, count++));
        }
        if (event.time().isAfter(newest)) {
            newest = event.time();
            release(newest.minus(WINDOW));
        }
    }

    /** Passes on what still waits. */
    void finish() {
        release(Instant.MAX);
    }

    private void release(Instant until) {
        for (Waiting next = queue.peek(); next != null && next.event().time().isBefore(until); next = queue.peek()) {
            queue.remove();
            held.remove(next.event());
            sink.accept(next.event());
        }
    }
}
