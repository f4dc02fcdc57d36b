package io.homeiq.pattern;

import io.homeiq.pattern.synergy.KnownCorrelations;
import io.homeiq.service.Worker;
import io.homeiq.service.event.Announcer;
import io.homeiq.store.analysis.AnalysisRunRepository;
import io.homeiq.store.cache.CorrelationCache;
import io.homeiq.store.synergy.SynergyRepository;

/** What finds habits in one home: live, whenever somebody asks, and every night. */
record Analyses(HistoryFollower follower, AnalysisRunner runner, AnalysisBook book, NightlyAnalysis nightly) {

    /**
     * What it is all made of.
     *
     * @param mining has one thread, on which everything is mined
     */
    record Ground(Announcer announcer, PatternStore store, PatternNumbers numbers, Worker mining) {}

    static Analyses of(PatternParts parts, Ground ground, CorrelationCache correlations) {
        HistoryFollower follower = new HistoryFollower(
                parts.dataApi(),
                ground.store(),
                ground.mining(),
                parts.clock(),
                new KeptSessions(parts.home(), parts.json(), parts.minerMemory(), parts.version()));
        SynergyFinder finder = new SynergyFinder(
                follower,
                new KnownCorrelations(correlations, parts.home()),
                new SynergyRepository(parts.json()),
                parts.home(),
                parts.clock());
        AnalysisBook book = new AnalysisBook(ground.announcer(), new AnalysisRunRepository(), parts.home());
        AnalysisRunner runner =
                new AnalysisRunner(follower, ground.store(), finder, book, ground.numbers(), parts.clock());
        ground.numbers().watch(follower);
        ground.numbers().watch(correlations);
        return new Analyses(
                follower, runner, book, new NightlyAnalysis(runner, book, ground.store()::timeZone, parts.clock()));
    }
}
