package io.homeiq.pattern;

import io.homeiq.contracts.event.StateChanged;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.Analysis;
import io.homeiq.mining.Progress;
import io.homeiq.service.OneAtATime;
import io.homeiq.service.Worker;
import io.homeiq.service.client.ServiceClient;
import io.homeiq.store.learning.LearningPauses;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Keeps a miner up with the home's history. A change that was announced is taken as it came if it is the next one of the
 * log; what was not announced, or got lost, is read from the Data API; everything is read again, in order of time, when
 * older history came in, and for an analysis when something else than newer events changed. Mining runs on a worker thread, one piece of work at a time.
 */
final class HistoryFollower {

    /** Lines handed from the network to the miner at once. */
    private static final int BATCH_LINES = 512;

    private static final String EVERYTHING = "/api/v1/events?order=asc";
    private static final String NEWER_THAN = EVERYTHING + "&after_seq=";
    private static final String STATS = "/api/v1/events/stats";

    private final ServiceClient dataApi;
    private final PatternStore store;
    private final Worker worker;
    private final InstantSource clock;
    private final HomeId home;
    private final HistoryAccess access;
    private final OneAtATime queue = new OneAtATime();
    private final RungBells bells = new RungBells();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicBoolean lookInLog = new AtomicBoolean();
    private final AtomicLong lastAnnounced = new AtomicLong();

    /** Costly to make; used on the one thread of the worker alone. */
    private final EventLines lines = new EventLines();

    private volatile MiningSession session;

    HistoryFollower(ServiceClient dataApi, PatternStore store, Worker worker, InstantSource clock, HomeId home) {
        this.dataApi = dataApi;
        this.store = store;
        this.worker = worker;
        this.clock = clock;
        this.home = home;
        this.access = new HistoryAccess(clock);
        this.session = new MiningSession(home, HomeRegistry.EMPTY, List.of(), List.of());
    }

    /** Mines the history as it is from the beginning, without looking for habits. */
    Future<Void> begin() {
        return queue.run(() -> again(dataApi, Progress.IGNORED)).mapEmpty();
    }

    /** Takes in a change that was announced, and what happened before it. What it brings to light is announced. */
    Future<Void> heard(StateChanged bell) {
        // Whoever announces lives: were it given up, what was missed could wait for many more bells.
        dataApi.tryAgainNow();
        lastAnnounced.accumulateAndGet(bell.seq(), Math::max);
        bells.add(bell);
        return goOn();
    }

    /** Reads what is new in the log; many calls in a row are one. What it brings to light is announced. */
    Future<Void> catchUp() {
        lookInLog.set(true);
        return goOn();
    }

    private Future<Void> goOn() {
        return waiting.compareAndSet(false, true) ? queue.run(this::takeNew) : Future.succeededFuture();
    }

    /**
     * Looks for all habits in the whole history, with the registry and the automations as they are now. Where nothing but
     * newer events came since everything was mined, only these are read: what is found is the same. Else everything is
     * mined again.
     *
     * @param runId goes to the Data API with all that is read
     */
    Future<Analysis> analyse(String runId, Progress progress) {
        dataApi.tryAgainNow();
        ServiceClient api = dataApi.forRequest(runId);
        return queue.run(() -> withHome((known, pauses) -> goOn(api, known, pauses)
                .compose(whole -> whole ? Future.succeededFuture(session) : again(api, known, pauses, progress))
                .compose(mined -> worker.run(() -> mined.analyse(
                        known.patterns(), (stage, share) -> progress.at(stage, READ + share * (1 - READ)))))));
    }

    /** Takes in what is new; tells whether the session then is as if everything were read again. */
    private Future<Boolean> goOn(ServiceClient api, KnownHome known, LearningPauses pauses) {
        MiningSession current = session;
        if (!current.isOf(known, pauses)) {
            return Future.succeededFuture(false);
        }
        return read(api, NEWER_THAN + current.seq(), current, count -> Future.succeededFuture())
                .compose(read -> api.get(STATS, EventCount.class))
                .compose(
                        count -> worker.run(() -> current.isOf(known, pauses) && current.isWhole(count.totalEvents())));
    }

    /** Looks at what was mined so far, on the thread that mines; the mining goes on afterwards. */
    <T> Future<T> look(Function<MiningSession, T> look) {
        return queue.run(() -> worker.run(() -> look.apply(session)));
    }

    /** Whether the history can be read. */
    HistoryAccess access() {
        return access;
    }

    /** How many numbers of the log were announced since the last one that was mined. */
    long lag() {
        return Math.max(0, lastAnnounced.get() - session.seq());
    }

    /** The share of an analysis that reading takes. */
    private static final double READ = 0.7;

    private Future<Void> takeNew() {
        waiting.set(false);
        MiningSession current = session;
        RungBells.Rung rung = bells.take();
        boolean log = lookInLog.getAndSet(false) || !rung.complete();
        return store.pauses()
                .compose(pauses -> worker.run(() -> {
                    current.leaveOut(pauses);
                    boolean gap = !current.takeNext(rung.changes());
                    return new Taken(current.fresh(clock.instant()), gap);
                }))
                .compose(taken -> store.announceFresh(taken.fresh()).map(taken.gap() || log))
                .compose(behind -> behind ? readNew(current) : Future.succeededFuture());
    }

    /**
     * What announced changes led to.
     *
     * @param gap whether something of the log was not announced
     */
    private record Taken(List<Pattern> fresh, boolean gap) {}

    private Future<Void> readNew(MiningSession current) {
        return read(
                        dataApi,
                        NEWER_THAN + current.seq(),
                        current,
                        count ->
                                worker.run(() -> current.fresh(clock.instant())).compose(store::announceFresh))
                .compose(read -> current.isOutOfOrder()
                        ? again(dataApi, Progress.IGNORED).mapEmpty()
                        : Future.succeededFuture());
    }

    /** Takes in some lines of the log, and after each batch of them does something else that is told how many these were. */
    private Future<Long> read(
            ServiceClient api, String path, MiningSession into, Function<Integer, Future<Void>> afterBatch) {
        return access.watch(api.lines(
                path,
                BATCH_LINES,
                batch -> worker.run(() -> {
                            into.passOver(lines.read(batch, into::take));
                            return batch.size();
                        })
                        .compose(afterBatch)));
    }

    private Future<MiningSession> again(ServiceClient api, Progress progress) {
        return withHome((known, pauses) -> again(api, known, pauses, progress));
    }

    private <T> Future<T> withHome(BiFunction<KnownHome, LearningPauses, Future<T>> work) {
        return store.home().compose(known -> store.pauses().compose(pauses -> work.apply(known, pauses)));
    }

    private Future<MiningSession> again(ServiceClient api, KnownHome known, LearningPauses pauses, Progress progress) {
        MiningSession fresh = new MiningSession(home, known.registry(), known.automations(), known.patterns());
        fresh.leaveOut(pauses);
        long[] read = {0};
        return access.watch(api.get(STATS, EventCount.class))
                .compose(count -> read(api, EVERYTHING, fresh, size -> {
                    read[0] += size;
                    progress.at("reading history", READ * Math.min(1, (double) read[0] / count.atLeastOne()));
                    return Future.succeededFuture();
                }))
                .map(done -> {
                    session = fresh;
                    return fresh;
                });
    }

    /**
     * How much history there is, as the Data API tells.
     *
     * @param totalEvents 0 or more
     */
    record EventCount(long totalEvents) {

        long atLeastOne() {
            return Math.max(1, totalEvents);
        }
    }
}
