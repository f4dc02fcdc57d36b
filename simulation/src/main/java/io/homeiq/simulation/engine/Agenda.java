package io.homeiq.simulation.engine;

import java.util.PriorityQueue;

/**
 * What is to happen, in order of time; what was put down first comes first among equals. It holds about a day's plans,
 * however many days are simulated.
 */
public final class Agenda {

    private record Entry(long time, long order, Runnable task) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long order;
    private long now;

    public Agenda(long start) {
        this.now = start;
    }

    public long now() {
        return now;
    }

    /** What should have happened in the past happens next. */
    public void at(long time, Runnable task) {
        entries.add(new Entry(Math.max(time, now), order++, task));
    }

    /** Does everything up to a moment, that excluded; tasks may put down others. */
    public void runUntil(long end) {
        for (Entry next = entries.peek(); next != null && next.time() < end; next = entries.peek()) {
            entries.remove();
            now = next.time();
            next.task().run();
        }
        now = end;
    }
}
