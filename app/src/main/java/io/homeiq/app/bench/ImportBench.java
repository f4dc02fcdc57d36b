package io.homeiq.app.bench;

import io.homeiq.app.analyze.SourceImport;
import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.app.terminal.Console;
import io.homeiq.store.history.HistoryLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How fast lines of events become history. */
public final class ImportBench implements Bench {

    private static final long EVENTS = 1_000_000;
    private static final double FLOOR = 100_000;

    private final Path folder;

    public ImportBench(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Measure> run(Console console) throws Exception {
        console.remark("writing a home of a million events…");
        HomeFolder home = BigHome.write(folder.resolve("million"), EVENTS);
        Path database = folder.resolve("import.db");
        Files.deleteIfExists(database);
        try (HistoryLog log = HistoryLog.open(database)) {
            long start = System.nanoTime();
            long added = new SourceImport(log, events -> {}).read(home.events()).added();
            double seconds = (System.nanoTime() - start) / 1e9;
            return List.of(new Measure(
                    "import of " + added + " events (NDJSON) into history", added / seconds, "events/s", FLOOR, false));
        }
    }
}
