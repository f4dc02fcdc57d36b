package io.homeiq.replay.loop;

import java.util.Comparator;

/** Something that happens later unless it is cancelled. Equal ones keep the order in which they were set. */
public final class Timer implements Comparable<Timer> {

    private static final Comparator<Timer> ORDER =
            Comparator.comparing((Timer timer) -> timer.due).thenComparingLong(timer -> timer.number);

    private final Due due;
    private final long number;
    private final Runnable work;
    private boolean cancelled;

    Timer(Due due, long number, Runnable work) {
        this.due = due;
        this.number = number;
        this.work = work;
    }

    public Due due() {
        return due;
    }

    public void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    void ring() {
        if (!cancelled) {
            work.run();
        }
    }

    @Override
    public int compareTo(Timer other) {
        return ORDER.compare(this, other);
    }
}
