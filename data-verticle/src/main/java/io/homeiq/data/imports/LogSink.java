package io.homeiq.data.imports;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.store.history.Appended;
import io.vertx.core.AsyncResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands the events of a file to the log in batches, while the next ones are being read. While the log is behind the next batch grows, because a large
 * one takes the disk hardly longer than a small one; and when that is full, the thread that reads has to wait. So at most three batches are in memory.
 */
final class LogSink implements Consumer<HomeEvent> {

    /** Events in one transaction if the log keeps up: what happens live meanwhile waits for milliseconds only. */
    static final int BATCH = 1_000;

    /** Events in one transaction at most: what happens live waits for some tens of milliseconds. */
    static final int LARGEST_BATCH = 8_000;

    private static final int UNDER_WAY = 2;

    /** The log waits for others no longer than this. */
    private static final long PATIENCE_SECONDS = 60;

    private final Destination destination;
    private final ImportJob job;
    private final BooleanSupplier stopped;
    private final Semaphore places = new Semaphore(UNDER_WAY);
    private List<HomeEvent> batch = new ArrayList<>(BATCH);
    private volatile @Nullable Throwable failure;
    private volatile List<Sequenced> lastAdded = List.of();
    private volatile long lastSeq;
    private long added;
    private long duplicates;

    /** @param stopped whether the service is about to end, and with it this import */
    LogSink(Destination destination, ImportJob job, BooleanSupplier stopped) {
        this.destination = destination;
        this.job = job;
        this.stopped = stopped;
    }

    /** @throws ImportStopped if the log refused what was given before, or the service ends */
    @Override
    public void accept(HomeEvent event) {
        batch.add(event);
        int waiting = batch.size();
        if (waiting >= LARGEST_BATCH || waiting >= BATCH && waiting % BATCH == 0 && places.availablePermits() > 0) {
            hand();
        }
    }

    /** Waits until everything is safe, or nothing more comes. */
    void finish() {
        if (!batch.isEmpty()) {
            hand();
        }
        settle();
        check();
    }

    /** Waits for what is under way, whatever comes of it. */
    void settle() {
        acquire(UNDER_WAY);
        places.release(UNDER_WAY);
    }

    private void hand() {
        acquire(1);
        try {
            check();
        } catch (ImportStopped e) {
            places.release();
            throw e;
        }
        List<HomeEvent> full = batch;
        batch = new ArrayList<>(BATCH);
        destination.store(full, job.name()).onComplete(this::stored);
    }

    private synchronized void stored(AsyncResult<Appended> result) {
        if (result.succeeded()) {
            Appended appended = result.result();
            added += appended.added().size();
            duplicates += appended.duplicates();
            lastSeq = appended.lastSeq();
            lastAdded = appended.added().isEmpty() ? lastAdded : appended.added();
            job.enter(new ImportState.Reading(added + duplicates, added, duplicates));
        } else {
            failure = result.cause();
        }
        places.release();
    }

    private void acquire(int number) {
        try {
            if (!places.tryAcquire(number, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ImportStopped(
                        new IllegalStateException("the log took longer than " + PATIENCE_SECONDS + " s"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportStopped(e);
        }
    }

    private void check() {
        Throwable refused = failure;
        if (refused != null) {
            throw new ImportStopped(refused);
        }
        if (stopped.getAsBoolean()) {
            throw new ImportStopped(new IllegalStateException("the service ends"));
        }
    }

    synchronized long added() {
        return added;
    }

    synchronized long duplicates() {
        return duplicates;
    }

    /** The newest number in the log after the last batch; 0 if there was none. */
    long lastSeq() {
        return lastSeq;
    }

    /** What the last batch with something new added; empty if nothing was new. */
    List<Sequenced> lastAdded() {
        return lastAdded;
    }

    /** Ends the reading of a file from within. */
    static final class ImportStopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final Throwable reason;

        ImportStopped(Throwable reason) {
            super(reason);
            this.reason = reason;
        }

        Throwable reason() {
            return reason;
        }
    }
}
