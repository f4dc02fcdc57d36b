package io.homeiq.app.bench.mining;

import io.homeiq.mining.Miner;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How long it takes to mine all events without looking for habits, as a service does that begins anew; and to keep what that gave. */
final class KeepTrial implements Trial {

    static final String MINING_SECONDS = "mining-seconds";
    static final String MINING_CPU_SECONDS = "mining-cpu-seconds";
    static final String WRITING_SECONDS = "writing-seconds";
    static final String MIB = "mib";

    private static final double MEBIBYTE = 1024 * 1024;

    /** Where the miner of a home is kept. */
    static Path fileOf(MinedHome home) {
        return home.folder().resolve("miner_memory.bin");
    }

    /** What the whole process has used since it began: other threads compile and collect for it. */
    static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    @Override
    public Map<String, Double> of(MinedHome home) throws IOException {
        Miner miner = home.miner();
        double cpu = cpuSeconds();
        long start = System.nanoTime();
        home.read(miner::accept);
        miner.settle();
        long mined = System.nanoTime();
        double minedCpu = cpuSeconds();
        try (OutputStream file = Files.newOutputStream(fileOf(home))) {
            MemoryWriter out = new MemoryWriter(file);
            miner.write(out);
            out.finish();
        }
        return Map.of(
                MINING_SECONDS,
                (mined - start) / 1e9,
                MINING_CPU_SECONDS,
                minedCpu - cpu,
                WRITING_SECONDS,
                (System.nanoTime() - mined) / 1e9,
                MIB,
                Files.size(fileOf(home)) / MEBIBYTE);
    }
}
