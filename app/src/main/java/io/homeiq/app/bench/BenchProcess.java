package io.homeiq.app.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code homeiq run} as people start it, by the launcher: a process of its own with settings of its own. */
public final class BenchProcess implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int LOOK_MILLIS = 10;
    private static final int CONNECT_MILLIS = 200;
    private static final int ANSWER_MILLIS = 1_000;
    private static final String FOREIGN = "(HOMEIQ|HA|MQTT|DATABASE|DATA_API|AI|CORRELATION|STATESTREAM|INFLUXDB)_.*";

    private final Process process;
    private final Path log;
    private final long started;

    private BenchProcess(Process process, Path log, long started) {
        this.process = process;
        this.log = log;
        this.started = started;
    }

    /**
     * Starts it.
     *
     * @param variables all settings that it finds
     * @param log where it writes
     * @param roles the words after {@code run}
     */
    public static BenchProcess start(Map<String, String> variables, Path log, List<String> roles) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher(), "run"));
        command.addAll(roles);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(key -> key.matches(FOREIGN));
        builder.environment().putAll(variables);
        long started = System.nanoTime();
        return new BenchProcess(builder.start(), log, started);
    }

    /** The launcher in the checkout that this program was built in; it replaces itself by Java, so the process id stays. */
    private static String launcher() {
        Path jar = Path.of(URI.create(BenchProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return jar.resolveSibling("../../homeiq").normalize().toString();
    }

    /** Waits until the service on this port is ready and tells how many seconds after the start that was. */
    public double awaitReady(int port) throws InterruptedException {
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() - started > PATIENCE_NANOS) {
                throw new IllegalStateException("the process did not become ready, see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private static boolean isReady(int port) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/health/ready")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    public long pid() {
        return process.pid();
    }

    /** A port of the loopback that nothing listens on just now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Ends it as Ctrl-C does, and waits. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
