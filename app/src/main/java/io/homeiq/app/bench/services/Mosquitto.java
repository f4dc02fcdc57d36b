package io.homeiq.app.bench.services;

import io.homeiq.app.bench.BenchProcess;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A mosquitto of its own on a free port of the loopback. */
final class Mosquitto implements AutoCloseable {

    private static final int MAX_QUEUED = 100_000;
    private static final int LOOKS = 500;
    private static final int LOOK_MILLIS = 20;

    /** Debian puts it where the path of an ordinary user does not lead. */
    private static final List<String> FURTHER_FOLDERS = List.of("/usr/sbin", "/usr/local/sbin");

    private final Process process;
    private final int port;

    private Mosquitto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and returns when it takes connections. */
    static Mosquitto start(Path folder) throws IOException, InterruptedException {
        int port = BenchProcess.freePort();
        Path configuration = Files.createDirectories(folder).resolve("mosquitto.conf");
        Files.writeString(
                configuration,
                "listener " + port + " 127.0.0.1\nallow_anonymous true\npersistence false\nmax_queued_messages "
                        + MAX_QUEUED + "\n");
        Process process = new ProcessBuilder(program(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        for (int look = 0; look < LOOKS; look++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new Mosquitto(process, port);
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        }
        process.destroy();
        throw new IllegalStateException("mosquitto takes no connections, see " + folder);
    }

    private static String program() {
        return Stream.concat(Stream.of(System.getenv().getOrDefault("PATH", "").split(":")), FURTHER_FOLDERS.stream())
                .map(folder -> Path.of(folder, "mosquitto"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        ExitCode.FAILED, "the benchmark of the services needs mosquitto; install it (mosquitto)"));
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
