package io.homeiq.app.bench.mining;

import io.homeiq.app.analyze.ReadAhead;
import io.homeiq.app.bench.BigHome;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.registry.RegistryFiles;
import io.homeiq.homeassistant.source.HistorySources;
import io.homeiq.homeassistant.source.SourceReport;
import io.homeiq.mining.Miner;
import io.homeiq.mining.MiningSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The files of a home, and miners that know nothing of it yet. */
record MinedHome(Path folder) {

    static final int DAYS = 60;

    /** Writes 200 entities with about so many events in 60 days; with more days there are more events. */
    static MinedHome write(Path folder, long events, int days) throws IOException {
        BigHome.write(folder, events, days);
        return new MinedHome(folder);
    }

    /** Hands over every event, on the caller's thread; tells how many there were. */
    long read(Consumer<HomeEvent> sink) {
        return HistorySources.open(folder.resolve("events.ndjson")).read(sink).events();
    }

    /** Like {@link #read}, with another thread that parses ahead. */
    long readAhead(Consumer<HomeEvent> sink) throws InterruptedException {
        return new ReadAhead<HomeEvent, SourceReport>()
                .run(
                        "homeiq-parser",
                        HistorySources.open(folder.resolve("events.ndjson"))::read,
                        batch -> batch.forEach(sink))
                .events();
    }

    HomeRegistry registry() {
        return RegistryFiles.read(folder.resolve("registry.json"));
    }

    Miner miner() throws IOException {
        return new Miner(
                HomeId.DEFAULT,
                registry(),
                AutomationYaml.read(folder.resolve("automations.yaml")),
                MiningSettings.DEFAULT);
    }
}
