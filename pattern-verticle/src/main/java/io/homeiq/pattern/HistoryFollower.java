package io.homeiq.pattern;

import io.homeiq.contracts.event.StateChanged;
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

    /** The share of an analysis that reading takes. */
    private static final double READ = 0.7;

    private final ServiceClient dataApi;
    private final PatternStore store;
    private final Worker worker;
    private final InstantSource clock;
    private final KeptSessions sessions;
    private final HistoryAccess access;
    private final HistoryLog log;
    private final OneAtATime queue = new OneAtATime();
    private final RungBells bells = new RungBells();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicBoolean lookInLog = new AtomicBoolean();
    private final AtomicLong lastAnnounced = new AtomicLong();

    private volatile MiningSession session;

    HistoryFollower(
            ServiceClient dataApi, PatternStore store, Worker worker, InstantSource clock, KeptSessions sessions) {
        this.dataApi = dataApi;
        this.store = store;
        this.worker = worker;
        this.clock = clock;
        this.sessions = sessions;
        this.access = new HistoryAccess(clock);
        this.log = new HistoryLog(worker, access);
        this.session = sessions.fresh(new KnownHome(HomeRegistry.EMPTY, List.of(), List.of()));
    }

    /**
     * Mines the history as it is, without looking for habits: on from what an earlier run kept or, where that does not fit
     * the home or the log, from the beginning.
     */
    Future<Void> begin() {
        return queue.run(this::beginNow);
    }

    private Future<Void> beginNow() {
        return withHome((known, pauses) -> log.count(dataApi)
                .compose(logged -> worker.run(
                        () -> sessions.kept(known).filter(kept -> kept.isOf(known, pauses) && kept.fitsInto(logged))))
                .compose(kept -> kept.isEmpty() ? Future.succeededFuture(false) : goOnFrom(kept.get(), known, pauses))
                .compose(went -> went
                        ? Future.succeededFuture()
                        : again(dataApi, known, pauses, Progress.IGNORED).mapEmpty()));
    }

    /** False where the log is another one, or what came since came out of order. */
    private Future<Boolean> goOnFrom(MiningSession kept, KnownHome known, LearningPauses pauses) {
        return log.holds(dataApi, kept.last())
                .compose(held -> held
                        ? log.takeNewer(dataApi, kept, count -> Future.succeededFuture())
                                .compose(taken -> worker.run(() -> kept.isOf(known, pauses)))
                        : Future.succeededFuture(false))
                .onSuccess(went -> session = went ? kept : session);
    }

    /** Keeps what was mined so far for the next run, if it is worth that. */
    Future<Void> keep() {
        return worker.run(() -> sessions.keep(session)).mapEmpty();
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
                .compose(mined -> worker.run(() -> {
                    Analysis found = mined.analyse(
                            known.patterns(), (stage, share) -> progress.at(stage, READ + share * (1 - READ)));
                    sessions.keep(mined);
                    return found;
                }))));
    }

    /** Takes in what is new; tells whether the session then is as if everything were read again. */
    private Future<Boolean> goOn(ServiceClient api, KnownHome known, LearningPauses pauses) {
        MiningSession current = session;
        if (!current.isOf(known, pauses)) {
            return Future.succeededFuture(false);
        }
        return log.takeNewer(api, current, count -> Future.succeededFuture())
                .compose(taken -> log.count(api))
                .compose(logged -> worker.run(() -> current.isOf(known, pauses) && current.isWhole(logged)));
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

    private Future<Void> takeNew() {
        waiting.set(false);
        // Nothing was taken in yet: there was none, or it could not be read when the service began.
        return session.seq() > 0 ? takeRung() : beginNow().compose(begun -> takeRung());
    }

    private Future<Void> takeRung() {
        MiningSession current = session;
        RungBells.Rung rung = bells.take();
        boolean missed = lookInLog.getAndSet(false) || !rung.complete();
        return store.pauses()
                .compose(pauses -> worker.run(() -> {
                    current.leaveOut(pauses);
                    boolean gap = !current.takeNext(rung.changes());
                    return new Taken(current.fresh(clock.instant()), gap);
                }))
                .compose(taken -> store.announceFresh(taken.fresh()).map(taken.gap() || missed))
                .compose(behind -> behind ? readNew(current) : Future.succeededFuture());
    }

    /**
     * What announced changes led to.
     *
     * @param gap whether something of the log was not announced
     */
    private record Taken(List<Pattern> fresh, boolean gap) {}

    private Future<Void> readNew(MiningSession current) {
        return log.takeNewer(
                        dataApi,
                        current,
                        count ->
                                worker.run(() -> current.fresh(clock.instant())).compose(store::announceFresh))
                .compose(read -> current.isOutOfOrder() ? again() : Future.succeededFuture());
    }

    private Future<Void> again() {
        return withHome((known, pauses) -> again(dataApi, known, pauses, Progress.IGNORED))
                .mapEmpty();
    }

    private <T> Future<T> withHome(BiFunction<KnownHome, LearningPauses, Future<T>> work) {
        return store.home().compose(known -> store.pauses().compose(pauses -> work.apply(known, pauses)));
    }

    private Future<MiningSession> again(ServiceClient api, KnownHome known, LearningPauses pauses, Progress progress) {
        MiningSession fresh = sessions.fresh(known);
        fresh.leaveOut(pauses);
        long[] read = {0};
        return log.count(api)
                .compose(logged -> log.takeAll(api, fresh, size -> {
                    read[0] += size;
                    progress.at("reading history", READ * Math.min(1, read[0] / Math.max(1.0, logged)));
                    return Future.succeededFuture();
                }))
                .map(done -> {
                    session = fresh;
                    return fresh;
                });
    }
}
