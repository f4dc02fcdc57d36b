package io.homeiq.app.bench.mining;

import io.homeiq.mining.Analysis;
import io.homeiq.mining.Miner;
import io.homeiq.mining.Progress;
import java.io.IOException;
import java.util.Map;

/** How long it takes from the file to habits with their proof: one thread parses, the other mines. */
final class WholeTrial implements Trial {

    static final String SECONDS = "seconds";
    static final String ANALYSIS_SECONDS = "analysis-seconds";
    static final String PROVEN = "proven";
    static final String HELD_MIB = "held-mib";

    private static final double MEBIBYTE = 1024 * 1024;

    @Override
    public Map<String, Double> of(MinedHome home) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Miner miner = home.miner();
        home.readAhead(miner::accept);
        miner.settle();
        long read = System.nanoTime();
        Analysis analysis = miner.analyse(Progress.IGNORED);
        long end = System.nanoTime();
        double held = held();
        return Map.of(
                SECONDS,
                (end - start) / 1e9,
                ANALYSIS_SECONDS,
                (end - read) / 1e9,
                PROVEN,
                (double) analysis.proven().size(),
                HELD_MIB,
                // Asked for afterwards, so that the miner is still needed when the memory is looked at.
                miner.analyse(Progress.IGNORED).events() > 0 ? held : 0);
    }

    private static double held() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
    }
}
