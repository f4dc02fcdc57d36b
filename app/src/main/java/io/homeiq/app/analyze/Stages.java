package io.homeiq.app.analyze;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How long each stage of an analysis took and how much heap was used at most meanwhile. */
final class Stages {

    private static final double NANOS = 1e9;
    private static final double MEBIBYTE = 1024 * 1024;

    /** One finished stage; memory in MiB. */
    record Stage(String name, double seconds, double peakHeap) {}

    private final LongSupplier nanoClock;
    private final List<Stage> finished = new ArrayList<>();
    private long startedAt;

    Stages(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        begin();
    }

    private void begin() {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        startedAt = nanoClock.getAsLong();
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Ends what went on since the last call under this name. */
    void finish(String name) {
        double seconds = (nanoClock.getAsLong() - startedAt) / NANOS;
        double peak = heapPools().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / MEBIBYTE;
        finished.add(new Stage(name, seconds, peak));
        begin();
    }

    List<String> lines() {
        return finished.stream()
                .map(stage -> String.format(
                        Locale.ROOT,
                        "%-24s %8.2f s   %6.0f MiB heap at most",
                        stage.name(),
                        stage.seconds(),
                        stage.peakHeap()))
                .toList();
    }
}
