package io.homeiq.replay.loop;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The event loop of a simulated core, round by round as Python's {@code asyncio} turns, because who comes first within
 * one instant decides which run is rejected and which lamp wins. Nothing sleeps; whoever drives it moves the time. For
 * one thread.
 */
public final class Loop {

    /** A core is never exactly on time: whoever looks at the clock sees so many microseconds more than the event's time. */
    public static final long LATENCY_MICROS = 1;

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final int MAX_CALLBACKS_AT_ONE_INSTANT = 50_000;

    private final Deque<Runnable> ready = new ArrayDeque<>();
    private final List<Timer> dueNow = new ArrayList<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final List<Object> patterns = new ArrayList<>();
    private Due now;
    private long created;
    private boolean exhausted;

    /** @param startMicros microseconds since 1970 */
    public Loop(long startMicros) {
        this.now = new Due(startMicros, 0);
    }

    /** The instant itself, in microseconds since 1970. */
    public long micros() {
        return now.micros();
    }

    /** What the clock shows: a little after the instant. */
    public long clockMicros() {
        return now.micros() + LATENCY_MICROS;
    }

    /** The same as a moment. */
    public Instant now() {
        return moment(micros());
    }

    /** The same as a moment. */
    public Instant clock() {
        return moment(clockMicros());
    }

    public static Instant moment(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
    }

    /** Microseconds since 1970, cut off. */
    public static long micros(Instant moment) {
        return Math.addExact(
                Math.multiplyExact(moment.getEpochSecond(), MICROS_PER_SECOND), moment.getNano() / NANOS_PER_MICRO);
    }

    /** In a later round of this instant, after all that is waiting already. */
    public void soon(Runnable work) {
        ready.add(work);
    }

    /** So long after this instant. */
    public Timer after(long delayMicros, Runnable work) {
        return add(new Due(now.micros() + delayMicros, now.phase()), work);
    }

    /** At a moment; one in the past or at this instant is part of the work of this instant. */
    public Timer at(long micros, Runnable work) {
        return add(new Due(micros, 0), work);
    }

    /**
     * At a moment that a clock pattern matches: after events and plain timers, and among patterns in the order in which
     * they first asked.
     *
     * @param pattern is recognised by identity
     */
    public Timer at(long micros, Object pattern, Runnable work) {
        return add(new Due(micros, phaseOf(pattern)), work);
    }

    private int phaseOf(Object pattern) {
        for (int i = 0; i < patterns.size(); i++) {
            if (isOne(patterns.get(i), pattern)) {
                return i + 1;
            }
        }
        patterns.add(pattern);
        return patterns.size();
    }

    /** Two patterns may well be equal and are two. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isOne(Object known, Object pattern) {
        return known == pattern;
    }

    private Timer add(Due due, Runnable work) {
        Timer timer = new Timer(due, created++, work);
        if (due.compareTo(now) <= 0) {
            dueNow.add(timer);
        } else {
            timers.add(timer);
        }
        return timer;
    }

    /** When the next timer is due, or null if none is set. */
    public @Nullable Due next() {
        Timer first = timers.peek();
        while (first != null && first.isCancelled()) {
            timers.remove();
            first = timers.peek();
        }
        return first == null ? null : first.due();
    }

    /** Lets an event happen. */
    public void happen(long micros, Runnable event) {
        now = new Due(micros, 0);
        ready.add(event);
        settle();
    }

    /** Moves the time to an event that gives nothing to do. Everything at earlier instants must have happened. */
    public void pass(long micros) {
        now = new Due(micros, 0);
    }

    /** Lets all timers of a moment and phase ring. */
    public void ring(Due due) {
        now = due;
        while (due.equals(next())) {
            ready.add(timers.remove()::ring);
        }
        settle();
    }

    /**
     * Runs until nothing is left to do at this instant.
     *
     * @throws RestlessException if that does not come to an end
     */
    public void settle() {
        int budget = MAX_CALLBACKS_AT_ONE_INSTANT;
        while (!ready.isEmpty() || !dueNow.isEmpty()) {
            if (!dueNow.isEmpty()) {
                dueNow.forEach(timer -> ready.add(timer::ring));
                dueNow.clear();
            }
            for (int left = ready.size(); left > 0; left--) {
                ready.remove().run();
                budget--;
            }
            if (budget < 0 || exhausted) {
                throw new RestlessException();
            }
        }
    }

    /** Makes the current {@link #settle()} fail after this round. */
    public void giveUp() {
        exhausted = true;
    }
}
