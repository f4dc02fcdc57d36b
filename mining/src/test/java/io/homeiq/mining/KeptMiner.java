package io.homeiq.mining;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What is asked of a miner that was written and read back. */
final class KeptMiner {

    private KeptMiner() {}

    static Miner fresh() {
        return new Miner(HomeId.DEFAULT, HomeRegistry.EMPTY, List.of(), MiningSettings.DEFAULT);
    }

    static byte[] written(Miner miner) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MemoryWriter out = new MemoryWriter(bytes);
            miner.write(out);
            out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Miner read(byte[] bytes) throws IOException {
        return read(bytes, HomeRegistry.EMPTY, List.of());
    }

    static Miner read(byte[] bytes, HomeRegistry registry, List<Automation> automations) throws IOException {
        MemoryReader in = new MemoryReader(new ByteArrayInputStream(bytes));
        Miner miner = Miner.read(in, HomeId.DEFAULT, registry, automations, MiningSettings.DEFAULT);
        in.finish();
        return miner;
    }
}
