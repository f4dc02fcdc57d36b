package io.homeiq.data.history;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.service.Worker;
import io.homeiq.store.StoreException;
import io.homeiq.store.history.Appended;
import io.homeiq.store.history.EntityTotals;
import io.homeiq.store.history.HistoryLog;
import io.homeiq.store.history.HistoryReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The log of one home, off the event loop: everything is written by one thread, in the order of the calls, and read by a few others. May be used
 * from every thread; futures of the log fail with {@link StoreException}.
 */
public final class History {

    /** Reads at once; more wait for their turn. */
    private static final int READERS = 3;

    /** Events that are counted in one transaction: some tenths of a second. */
    private static final int COUNTED_AT_ONCE = 100_000;

    /** Beyond this Vert.x begins to warn of a thread that hangs. A page is read in milliseconds, a rare event is looked for in seconds. */
    private static final Duration LONGEST_TASK = Duration.ofMinutes(1);

    private final HistoryLog log;
    private final Worker writer;
    private final Worker readers;
    private final BlockingQueue<HistoryReader> idle = new ArrayBlockingQueue<>(READERS);
    private final AtomicBoolean readWell = new AtomicBoolean();
    private final AtomicBoolean wroteWell = new AtomicBoolean();

    private History(HistoryLog log, Worker writer, Worker readers) {
        this.log = log;
        this.writer = writer;
        this.readers = readers;
    }

    /** Opens the log as its one writer; fails if there is another. */
    public static Future<History> open(Vertx vertx, Path file) {
        Worker writer = Worker.of(vertx, "homeiq-history-writer", 1, LONGEST_TASK);
        Worker readers = Worker.of(vertx, "homeiq-history-reader", READERS, LONGEST_TASK);
        return writer.run(() -> HistoryLog.open(file))
                .map(log -> new History(log, writer, readers))
                .onFailure(refused -> {
                    writer.close();
                    readers.close();
                });
    }

    /**
     * Appends events in one transaction; see {@link HistoryLog#append}.
     *
     * @param source where they come from, kept with each
     */
    public Future<Appended> append(List<HomeEvent> events, String source) {
        return writer.run(() -> log.append(events, source)).onSuccess(appended -> wroteWell.set(true));
    }

    /** The newest number; 0 while there is none. */
    public Future<Long> lastSeq() {
        return writer.run(log::lastSeq);
    }

    /**
     * Reads something.
     *
     * @param work blocks as long as it needs, on a thread of its own; what it throws is the future's failure
     */
    public <T> Future<T> read(Function<HistoryReader, T> work) {
        return readers.run(() -> readNow(work)).onSuccess(done -> readWell.set(true));
    }

    private <T> T readNow(Function<HistoryReader, T> work) {
        HistoryReader waiting = idle.poll();
        HistoryReader reader = waiting == null ? log.reader() : waiting;
        boolean sound = false;
        try {
            T result = work.apply(reader);
            sound = true;
            return result;
        } finally {
            if (!sound || !idle.offer(reader)) {
                reader.close();
            }
        }
    }

    /** How much there is of each entity: at once, except for a log that an older program wrote, which is counted first. */
    public Future<EntityTotals> totals() {
        return read(HistoryReader::totals)
                .compose(totals -> totals.complete()
                        ? Future.succeededFuture(totals)
                        : countOn().compose(counted -> read(HistoryReader::totals)));
    }

    /** In pieces, between which what happens live is written. */
    private Future<Void> countOn() {
        return writer.run(() -> log.countOn(COUNTED_AT_ONCE))
                .compose(done -> done ? Future.succeededFuture() : countOn());
    }

    /** Succeeds if the log can be read and written now. What others did well since the last question is not tried: there may be a queue for it. */
    public Future<Void> check() {
        Future<?> reading = readWell.getAndSet(false)
                ? Future.succeededFuture()
                : readers.run(() -> readNow(HistoryReader::summary));
        Future<?> writing = wroteWell.getAndSet(false) ? Future.succeededFuture() : writer.run(this::checkWritable);
        return Future.all(reading, writing).mapEmpty();
    }

    private boolean checkWritable() {
        log.checkWritable();
        return true;
    }

    /** Lets what was begun end, then closes the log. */
    public Future<Void> close() {
        return writer.run(() -> {
                    idle.forEach(HistoryReader::close);
                    idle.clear();
                    log.close();
                    return true;
                })
                .<Void>mapEmpty()
                .eventually(readers::close)
                .eventually(writer::close);
    }
}
