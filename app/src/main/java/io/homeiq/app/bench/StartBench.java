package io.homeiq.app.bench;

import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How soon one process with all roles and the embedded broker is ready, and how much memory it holds at idle. */
public final class StartBench implements Bench {

    private static final int RUNS = 5;
    private static final double MEDIAN = 0.5;
    private static final double SECONDS_FLOOR = 2;
    private static final double RESIDENT_FLOOR = 160;
    private static final int IDLE_SECONDS = 5;

    private final Path folder;

    public StartBench(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Measure> run(Console console) throws Exception {
        double[] seconds = new double[RUNS];
        double[] resident = new double[RUNS];
        once(0); // writes the class archive
        for (int run = 0; run < RUNS; run++) {
            double[] figures = once(run + 1);
            seconds[run] = figures[0];
            resident[run] = figures[1];
            console.remark("start " + (run + 1) + " of " + RUNS);
        }
        return List.of(
                new Measure(
                        "one process, all roles, embedded broker: ready (median)",
                        new Quantiles(seconds).at(MEDIAN),
                        "s",
                        SECONDS_FLOOR,
                        true),
                new Measure(
                        "the same at idle, resident (median)",
                        new Quantiles(resident).at(MEDIAN),
                        "MiB",
                        RESIDENT_FLOOR,
                        true));
    }

    private double[] once(int run) throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("start-" + run));
        Map<String, String> variables = new HashMap<>();
        variables.put("HOMEIQ_DATA", data.toString());
        variables.put("MQTT_PORT", String.valueOf(BenchProcess.freePort()));
        List<Integer> ports = new ArrayList<>();
        for (Role role : Role.values()) {
            int port = BenchProcess.freePort();
            ports.add(port);
            variables.put("HOMEIQ_" + role.name() + "_PORT", String.valueOf(port));
        }
        try (BenchProcess process = BenchProcess.start(variables, data.resolve("log.txt"), List.of())) {
            double seconds = 0;
            for (int port : ports) {
                seconds = process.awaitReady(port);
            }
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            return new double[] {seconds, Memory.resident(process.pid())};
        }
    }
}
