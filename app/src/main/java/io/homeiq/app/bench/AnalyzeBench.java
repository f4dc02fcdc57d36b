package io.homeiq.app.bench;

import io.homeiq.app.analyze.AnalyzeOutcome;
import io.homeiq.app.analyze.AnalyzeRequest;
import io.homeiq.app.analyze.HistoryPlace;
import io.homeiq.app.analyze.OfflineAnalysis;
import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.app.terminal.Console;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.registry.RegistryFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long an offline analysis takes, and how that grows. It runs in this process, so the heap is the process's. */
public final class AnalyzeBench implements Bench {

    private static final long EVENTS = 1_000_000;
    private static final double SECONDS_FLOOR = 10;
    private static final double HEAP_FLOOR = 512;
    private static final double GROWTH_FLOOR = 11;
    private static final double MEBIBYTE = 1024 * 1024;

    private final Path folder;
    private final boolean full;

    /** With the tenfold home too if it is full; that one takes some minutes and seven gigabytes of disk. */
    public AnalyzeBench(Path folder, boolean full) {
        this.folder = folder;
        this.full = full;
    }

    @Override
    public String name() {
        return "analyze";
    }

    @Override
    public List<Measure> run(Console console) throws Exception {
        List<Measure> measures = new ArrayList<>();
        console.remark("writing a home of a million events…");
        double seconds = analyse(BigHome.write(folder.resolve("million"), EVENTS), console);
        measures.add(
                new Measure("analyze of 1,000,000 events, 200 entities, 60 days", seconds, "s", SECONDS_FLOOR, true));
        if (full) {
            console.remark("writing a home of ten million events…");
            double tenfold = analyse(BigHome.write(folder.resolve("ten-million"), 10 * EVENTS), console);
            measures.add(new Measure(
                    "analyze of 10,000,000 events, times as long", tenfold / seconds, "times", GROWTH_FLOOR, true));
        }
        double heap = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        measures.add(new Measure("heap allowed for it", heap, "MiB", HEAP_FLOOR, true));
        return measures;
    }

    private double analyse(HomeFolder home, Console console) throws IOException {
        AnalyzeRequest request = new AnalyzeRequest(
                List.of(new HistoryPlace.File(home.events())),
                folder.resolve("result"),
                RegistryFiles.read(home.registry()),
                AutomationYaml.read(home.automations()),
                Integer.MAX_VALUE,
                null);
        long start = System.nanoTime();
        AnalyzeOutcome outcome = new OfflineAnalysis((stage, share) -> {}, System::nanoTime).run(request);
        double seconds = (System.nanoTime() - start) / 1e9;
        outcome.statistics().forEach(console::remark);
        return seconds;
    }
}
