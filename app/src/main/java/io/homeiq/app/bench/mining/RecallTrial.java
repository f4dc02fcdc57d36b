package io.homeiq.app.bench.mining;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.mining.Miner;
import io.homeiq.mining.MiningSettings;
import io.homeiq.mining.memory.MemoryReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** How long it takes to have the miner again that {@link KeepTrial} kept. */
final class RecallTrial implements Trial {

    static final String SECONDS = "seconds";
    static final String CPU_SECONDS = "cpu-seconds";

    @Override
    public Map<String, Double> of(MinedHome home) throws IOException {
        HomeRegistry registry = home.registry();
        List<Automation> automations = AutomationYaml.read(home.folder().resolve("automations.yaml"));
        double cpu = KeepTrial.cpuSeconds();
        long start = System.nanoTime();
        try (InputStream file = Files.newInputStream(KeepTrial.fileOf(home))) {
            MemoryReader in = new MemoryReader(file);
            Miner.read(in, HomeId.DEFAULT, registry, automations, MiningSettings.DEFAULT);
            in.finish();
        }
        return Map.of(SECONDS, (System.nanoTime() - start) / 1e9, CPU_SECONDS, KeepTrial.cpuSeconds() - cpu);
    }
}
