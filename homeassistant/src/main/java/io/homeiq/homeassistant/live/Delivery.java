package io.homeiq.homeassistant.live;

import io.homeiq.contracts.home.HomeEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Stands between Home Assistant, which must never wait, and the listener, which may be slow: a bounded queue, one batch under way at
 * a time. When the queue is full, or the listener fails, what comes is dropped until the queue is empty; then the gap is reported and
 * read from history. Only for the feed's own context.
 */
final class Delivery {

    static final int MAX_BATCH = 1_000;

    private enum Mode {
        /** What comes is kept back, because older events are still being read. */
        HOLDING,
        FLOWING,
        /** What comes is dropped: it will be read from history. */
        SHEDDING
    }

    private final Executor context;
    private final FeedListener listener;
    private final int capacity;
    private final Runnable gap;
    private final Queue<HomeEvent> queue = new ArrayDeque<>();
    private final Queue<HomeEvent> held = new ArrayDeque<>();
    private final RecentEvents heldKeys = new RecentEvents();
    private final RecentEvents delivered = new RecentEvents();
    private Mode mode = Mode.HOLDING;
    private Instant completeUntil;
    private boolean heldOverflow;
    private boolean busy;
    private long dropped;
    private @Nullable Promise<Void> drained;

    /**
     * @param context runs a task of the feed's own context soon, never at once
     * @param completeUntil nothing before this is missing
     * @param gap called when events were dropped and it is time to read from {@link #completeUntil()} on
     */
    Delivery(Executor context, FeedListener listener, int capacity, Instant completeUntil, Runnable gap) {
        this.context = context;
        this.listener = listener;
        this.capacity = capacity;
        this.completeUntil = completeUntil;
        this.gap = gap;
    }

    /** Everything before this has been handed on or waits in the queue. */
    Instant completeUntil() {
        return completeUntil;
    }

    /** How many live events were dropped so far, to be read from history. */
    long dropped() {
        return dropped;
    }

    /** Whether live events are being dropped, to be read from history. */
    boolean isShedding() {
        return mode == Mode.SHEDDING;
    }

    /** From now on live events are kept back. */
    void hold() {
        mode = Mode.HOLDING;
        forgetHeld();
    }

    /** Older events have been read up to here and handed on. */
    void filledTo(Instant time) {
        completeUntil = latest(completeUntil, time);
    }

    /** Older events are complete: what was kept back follows, and then what comes. */
    void release() {
        mode = Mode.FLOWING;
        boolean overflow = heldOverflow;
        held.forEach(this::enqueue);
        forgetHeld();
        if (overflow) {
            mode = Mode.SHEDDING;
        }
        flush();
    }

    /** The connection is gone: what was kept back will be read from history with the rest. */
    void disconnected() {
        hold();
    }

    private void forgetHeld() {
        held.clear();
        heldKeys.clear();
        heldOverflow = false;
    }

    void offer(HomeEvent event) {
        switch (mode) {
            case FLOWING -> {
                enqueue(event);
                if (!busy && queue.size() == 1) {
                    context.execute(this::flush); // after the rest of the same frame
                }
            }
            case HOLDING -> holdBack(event);
            case SHEDDING -> dropped++;
        }
    }

    private void enqueue(HomeEvent event) {
        if (mode == Mode.SHEDDING || queue.size() >= capacity) {
            mode = Mode.SHEDDING;
            dropped++;
            return;
        }
        queue.add(event);
        completeUntil = latest(completeUntil, event.time());
    }

    private void holdBack(HomeEvent event) {
        if (held.size() >= capacity) {
            heldOverflow = true;
            dropped++;
        } else if (!heldOverflow) {
            held.add(event);
            heldKeys.add(event);
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Completes when nothing is under way to the listener and the queue is empty. */
    Future<Void> drained() {
        if (!busy && queue.isEmpty()) {
            return Future.succeededFuture();
        }
        Promise<Void> waiting = drained == null ? Promise.promise() : drained;
        drained = waiting;
        return waiting.future();
    }

    private void flush() {
        if (busy || queue.isEmpty()) {
            idle();
            return;
        }
        List<HomeEvent> batch = new ArrayList<>(Math.min(queue.size(), MAX_BATCH));
        while (batch.size() < MAX_BATCH && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
        busy = true;
        handOn(batch, Origin.LIVE).onComplete(done -> {
            busy = false;
            if (done.failed()) {
                failed(batch.getFirst());
            }
            flush();
        });
    }

    private void idle() {
        if (busy) {
            return;
        }
        Promise<Void> waiting = drained;
        drained = null;
        if (waiting != null) {
            waiting.complete();
        }
        if (mode == Mode.SHEDDING) {
            gap.run();
        }
    }

    private void failed(HomeEvent first) {
        dropped += queue.size();
        queue.clear();
        completeUntil = first.time().isBefore(completeUntil) ? first.time() : completeUntil;
        if (mode == Mode.FLOWING) {
            mode = Mode.SHEDDING;
        }
    }

    /** Hands on events from history, but for those that were handed on lately or are kept back. Fails as the listener does. */
    Future<Void> fill(List<HomeEvent> events, Origin origin) {
        List<HomeEvent> missing = events.stream()
                .filter(event -> !delivered.contains(event) && !heldKeys.contains(event))
                .toList();
        return fill(missing, 0, origin);
    }

    private Future<Void> fill(List<HomeEvent> events, int from, Origin origin) {
        if (from >= events.size()) {
            return Future.succeededFuture();
        }
        int to = Math.min(events.size(), from + MAX_BATCH);
        return handOn(List.copyOf(events.subList(from, to)), origin).compose(done -> fill(events, to, origin));
    }

    private Future<Void> handOn(List<HomeEvent> batch, Origin origin) {
        Promise<Void> promise = Promise.promise();
        Future<Void> taken;
        try {
            taken = listener.events(batch, origin);
        } catch (RuntimeException e) { // a listener that throws is a listener that fails
            taken = Future.failedFuture(e);
        }
        taken.onComplete(done -> context.execute(() -> {
            if (done.succeeded()) {
                batch.forEach(delivered::add);
            }
            promise.handle(done);
        }));
        return promise.future();
    }
}
