package io.homeiq.pattern;

import io.homeiq.contracts.home.Sequenced;
import io.homeiq.service.Worker;
import io.homeiq.service.client.ServiceClient;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The log of the home as the Data API gives it. What is read is looked at on the one thread that mines. */
final class HistoryLog {

    /** Lines handed from the network to the miner at once. */
    private static final int BATCH_LINES = 512;

    private static final String EVERYTHING = "/api/v1/events?order=asc";
    private static final String NEWER_THAN = EVERYTHING + "&after_seq=";
    private static final String STATS = "/api/v1/events/stats";

    private final Worker worker;
    private final HistoryAccess access;

    /** Costly to make; used on the one thread of the worker alone. */
    private final EventLines lines = new EventLines();

    HistoryLog(Worker worker, HistoryAccess access) {
        this.worker = worker;
        this.access = access;
    }

    /**
     * How much history there is, as the Data API tells.
     *
     * @param totalEvents 0 or more
     */
    record EventCount(long totalEvents) {}

    /** How many events it has. */
    Future<Long> count(ServiceClient api) {
        return access.watch(api.get(STATS, EventCount.class)).map(EventCount::totalEvents);
    }

    /**
     * Takes in everything in order of time.
     *
     * @param afterBatch is done after some lines, and told how many these were
     */
    Future<Void> takeAll(ServiceClient api, MiningSession into, Function<Integer, Future<Void>> afterBatch) {
        return take(api, EVERYTHING, into, afterBatch);
    }

    /** Takes in what came into the log since, in order of its numbers; otherwise as {@link #takeAll}. */
    Future<Void> takeNewer(ServiceClient api, MiningSession into, Function<Integer, Future<Void>> afterBatch) {
        return take(api, NEWER_THAN + into.seq(), into, afterBatch);
    }

    private Future<Void> take(
            ServiceClient api, String path, MiningSession into, Function<Integer, Future<Void>> afterBatch) {
        return read(api, path, into::take, into::passOver, afterBatch);
    }

    private Future<Void> read(
            ServiceClient api,
            String path,
            Consumer<Sequenced> sink,
            Consumer<Integer> unread,
            Function<Integer, Future<Void>> afterBatch) {
        return access.watch(api.lines(
                        path,
                        BATCH_LINES,
                        batch -> worker.run(() -> {
                                    unread.accept(lines.read(batch, sink));
                                    return batch.size();
                                })
                                .compose(afterBatch)))
                .mapEmpty();
    }

    /** Whether this event stands at its place. A log that was deleted and filled anew has another one there, or none. */
    Future<Boolean> holds(ServiceClient api, Sequenced event) {
        List<Sequenced> there = new ArrayList<>();
        return read(
                        api,
                        NEWER_THAN + (event.seq() - 1) + "&limit=1",
                        there::add,
                        unread -> {},
                        size -> Future.succeededFuture())
                .map(read -> there.stream().anyMatch(one -> LogPlace.isSame(one, event)));
    }
}
