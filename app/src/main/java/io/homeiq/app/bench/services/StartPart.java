package io.homeiq.app.bench.services;

import io.homeiq.app.bench.Measure;
import io.homeiq.app.bench.Quantiles;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.Console;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How soon each of five processes is ready, in the order of the compose file, and what they hold in memory together. */
final class StartPart implements Part {

    private static final int RUNS = 5;
    private static final int IDLE_SECONDS = 10;
    private static final double MEDIAN = 0.5;
    private static final double SECONDS_FLOOR = 3;
    private static final double MEMORY_FLOOR = 450;
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);

    @Override
    public List<Measure> run(Path folder, Mosquitto broker, Console console) throws Exception {
        double[] seconds = new double[RUNS];
        double[] together = new double[RUNS];
        double[] sums = new double[RUNS];
        Processes.writeArchive(folder.resolve("archive"), broker);
        for (int run = 0; run < RUNS; run++) {
            try (Processes five = Processes.start(folder.resolve("run-" + run), broker, ALL, Map.of())) {
                seconds[run] = five.slowestSeconds();
                TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                together[run] = five.togetherMib();
                sums[run] = five.sumOfResidentMib();
            }
            console.remark(
                    "five processes " + (run + 1) + " of " + RUNS + ", resident summed up with shared pages counted"
                            + " for each: " + Math.round(sums[run]) + " MiB");
        }
        return List.of(
                new Measure(
                        "five processes: the slowest is ready after its start (median)",
                        new Quantiles(seconds).at(MEDIAN),
                        "s",
                        SECONDS_FLOOR,
                        true),
                new Measure(
                        "the same at idle, resident together (median)",
                        new Quantiles(together).at(MEDIAN),
                        "MiB",
                        MEMORY_FLOOR,
                        true));
    }
}
