package io.homeiq.simulation.engine;

import io.homeiq.contracts.home.StateChange;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Passes events on as a real log holds them: a few late, a few twice, a few not at all. It holds only those that are late. */
public final class FaultyLog implements Consumer<Logged> {

    private static final long LEAST_LATE = 200 * Micros.MILLISECOND;
    private static final long MOST_TWICE = 2 * Micros.SECOND;

    private record Waiting(long arrival, long order, Logged logged) implements Comparable<Waiting> {

        @Override
        public int compareTo(Waiting other) {
            int byArrival = Long.compare(arrival, other.arrival);
            return byArrival != 0 ? byArrival : Long.compare(order, other.order);
        }
    }

    private final LogFaults faults;
    private final Chance chance;
    private final Consumer<Logged> sink;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
    private long order;
    private long offUntil = Long.MIN_VALUE;

    public FaultyLog(LogFaults faults, Chance chance, Consumer<Logged> sink) {
        this.faults = faults;
        this.chance = chance;
        this.sink = sink;
    }

    /** Nothing that happens before the moment is recorded. */
    public void offUntil(long micros) {
        offUntil = micros;
    }

    @Override
    public void accept(Logged logged) {
        long time = Micros.of(logged.event().time());
        release(time);
        boolean isChange = logged.event() instanceof StateChange;
        if (time < offUntil || isChange && chance.happens(faults.lost())) {
            return;
        }
        if (chance.happens(faults.twice())) {
            hold(time + (long) (chance.share() * MOST_TWICE), logged);
        }
        if (chance.happens(faults.late())) {
            long most = faults.mostLate().toMillis() * Micros.MILLISECOND;
            hold(time + LEAST_LATE + (long) (chance.share() * Math.max(0, most - LEAST_LATE)), logged);
        } else {
            sink.accept(logged);
        }
    }

    private void hold(long arrival, Logged logged) {
        waiting.add(new Waiting(arrival, order++, logged));
    }

    private void release(long until) {
        for (Waiting next = waiting.peek(); next != null && next.arrival() <= until; next = waiting.peek()) {
            waiting.remove();
            sink.accept(next.logged());
        }
    }

    /** Passes on what is still under way. */
    public void finish() {
        release(Long.MAX_VALUE);
    }
}
