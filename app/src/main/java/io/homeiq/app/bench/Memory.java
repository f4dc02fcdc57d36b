package io.homeiq.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds in memory, as Linux tells it, in MiB; 0 where there is no such file. */
public final class Memory {

    private static final double KIB_IN_MIB = 1024;

    private Memory() {}

    /** All its pages, also those that other processes share. */
    public static double resident(long pid) throws IOException {
        return field(Path.of("/proc", String.valueOf(pid), "status"), "VmRSS:");
    }

    /** Its own pages, and its part of those that it shares: over several processes the sum is what they hold together. */
    public static double proportional(long pid) throws IOException {
        return field(Path.of("/proc", String.valueOf(pid), "smaps_rollup"), "Pss:");
    }

    private static double field(Path file, String name) throws IOException {
        if (!Files.isReadable(file)) {
            return 0;
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_IN_MIB)
                .findFirst()
                .orElse(0);
    }
}
