package io.homeiq.app.analyze;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.Analysis;
import io.homeiq.mining.Miner;
import io.homeiq.mining.MiningSettings;
import io.homeiq.mining.Progress;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.store.history.HistoryFilter;
import io.homeiq.store.history.HistoryLog;
import io.homeiq.store.history.HistoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * From files to findings, without any service: the sources are merged into a temporary history, which puts them in order
 * and counts everything once, and that is mined.
 */
public final class OfflineAnalysis {

    /** Of the whole work, as measured: reading, mining the events, searching habits. */
    private static final double READ_SHARE = 0.6;

    private static final double MINED_SHARE = 0.9;

    private final Progress progress;
    private final LongSupplier nanoClock;

    public OfflineAnalysis(Progress progress, LongSupplier nanoClock) {
        this.progress = progress;
        this.nanoClock = nanoClock;
    }

    /**
     * Runs it and writes the results, unless nothing could be read: then an earlier result stays as it is. Throws
     * {@link IOException} if they cannot be written.
     */
    public AnalyzeOutcome run(AnalyzeRequest request) throws IOException {
        Files.createDirectories(request.out());
        Path folder = Files.createTempDirectory(request.out(), ".history-");
        try {
            return run(request, folder);
        } finally {
            delete(folder);
        }
    }

    private AnalyzeOutcome run(AnalyzeRequest request, Path folder) throws IOException {
        Stages stages = new Stages(nanoClock);
        Causes causes = request.attribution() == null ? Causes.ignored() : Causes.kept();
        try (HistoryLog log = HistoryLog.openScratch(folder.resolve("history.db"))) {
            List<SourceReading> readings = read(request, log);
            stages.finish("read sources");
            Miner miner = new Miner(HomeId.DEFAULT, request.registry(), request.automations(), MiningSettings.DEFAULT);
            mine(log, miner, causes);
            stages.finish("attribute and remember");
            Analysis analysis = miner.withSynergies(
                    miner.analyse((stage, share) -> progress.at(stage, MINED_SHARE + share * (1 - MINED_SHARE))));
            stages.finish("find and prove habits");
            AnalyzeOutcome outcome = new AnalyzeOutcome(analysis, readings, stages.lines());
            if (outcome.isNothingRead()) {
                return outcome;
            }
            new ResultFiles(request, analysis).write();
            if (request.attribution() != null) {
                new AttributionFile(change -> miner.secondOpinion(change, causes.of(change)))
                        .write(request.sources(), request.attribution());
            }
            stages.finish("write results");
            return outcome.withStages(stages.lines());
        }
    }

    private List<SourceReading> read(AnalyzeRequest request, HistoryLog log) {
        List<SourceReading> readings = new ArrayList<>();
        int count = request.sources().size();
        for (HistoryPlace source : request.sources()) {
            double done = READ_SHARE * readings.size() / count;
            SourceImport reading =
                    new SourceImport(log, events -> progress.at("reading " + source.name() + ": " + events, done));
            readings.add(reading.read(source));
        }
        return readings;
    }

    private void mine(HistoryLog log, Miner miner, Causes causes) throws IOException {
        try (HistoryReader reader = log.reader()) {
            long total = Math.max(1, reader.summary().count());
            long[] done = {0};
            new ReadAhead<HomeEvent, Boolean>().run("homeiq-reader", sink -> everything(reader, sink), batch -> {
                batch.forEach(event -> mine(event, miner, causes));
                done[0] += batch.size();
                double share = (double) done[0] / total;
                progress.at("telling who did what", READ_SHARE + (MINED_SHARE - READ_SHARE) * share);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the analysis was interrupted", e);
        }
        miner.settle();
    }

    private static boolean everything(HistoryReader reader, Consumer<HomeEvent> sink) {
        reader.byTime(HistoryFilter.everything(), sequenced -> sink.accept(sequenced.event()));
        return true;
    }

    private static void mine(HomeEvent event, Miner miner, Causes causes) {
        Attribution attribution = miner.accept(event);
        if (event instanceof StateChange change) {
            causes.note(change, attribution);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
