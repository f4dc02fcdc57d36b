package io.homeiq.app.bench;

import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.Console;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How soon one process with all roles and the embedded broker is ready, and how much memory it holds at idle. */
public final class StartBench implements Bench {

    private static final int RUNS = 5;
    private static final double SECONDS_FLOOR = 2;
    private static final double RESIDENT_FLOOR = 160;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int IDLE_SECONDS = 5;
    private static final int LOOK_MILLIS = 10;

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
                        median(seconds),
                        "s",
                        SECONDS_FLOOR,
                        true),
                new Measure("the same at idle, resident (median)", median(resident), "MiB", RESIDENT_FLOOR, true));
    }

    private double[] once(int run) throws IOException, InterruptedException {
        Map<Role, Integer> ports = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            ports.put(role, freePort());
        }
        Path data = Files.createDirectories(folder.resolve("start-" + run));
        ProcessBuilder builder = new ProcessBuilder(launcher(), "run")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log.txt").toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("HA_") || key.startsWith("MQTT_"));
        builder.environment().put("HOMEIQ_DATA", data.toString());
        builder.environment().put("MQTT_PORT", String.valueOf(freePort()));
        ports.forEach(
                (role, port) -> builder.environment().put("HOMEIQ_" + role.name() + "_PORT", String.valueOf(port)));
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            awaitReady(ports, process, start);
            double seconds = (System.nanoTime() - start) / 1e9;
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            return new double[] {seconds, resident(process.pid())};
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** The launcher in the checkout that this program was built in; it replaces itself by Java, so the process id stays. */
    private static String launcher() {
        Path jar = Path.of(URI.create(StartBench.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return jar.resolveSibling("../../homeiq").normalize().toString();
    }

    private static void awaitReady(Map<Role, Integer> ports, Process process, long start) throws InterruptedException {
        for (int port : ports.values()) {
            while (!isReady(port)) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new IllegalStateException("the process did not become ready");
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        }
    }

    private static boolean isReady(int port) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/health/ready")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(200);
            connection.setReadTimeout(1000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** As Linux tells it; 0 where there is no such file. */
    private static double resident(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
