package io.homeiq.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A real mosquitto broker on a free port of the loopback, which a test can stop, kill, freeze and start again on the same
 * port. It is for one thread at a time. A test that starts one is skipped, or fails, where mosquitto is missing
 * ({@link RealParts}).
 */
public final class MosquittoProcess implements AutoCloseable {

    private static final String INSTALL = "apt-get install mosquitto mosquitto-clients";
    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration TOOL_LIMIT = Duration.ofSeconds(10);
    private static final int MAX_QUEUED_MESSAGES = 100_000;
    private static final List<String> IN_MEMORY = List.of("persistence false");
    private static final List<String> SAVED =
            List.of("persistence true", "autosave_on_changes true", "autosave_interval 1");

    private final Path program;
    private final Path folder;
    private final int port;
    private @Nullable ChildProcess process;

    private record Login(String user, String password) {}

    private MosquittoProcess(List<String> persistence, @Nullable Login login) {
        program = RealParts.fromEnvironment().need("mosquitto", Programs.find("mosquitto"), INSTALL);
        folder = Folders.temporary("mosquitto");
        port = FreePort.find();
        writeConfiguration(persistence, login);
        start();
    }

    /** Starts a broker that keeps everything in memory: whatever it held is gone after any restart. */
    public static MosquittoProcess startInMemory() {
        return new MosquittoProcess(IN_MEMORY, null);
    }

    /**
     * Starts a broker that saves retained messages and sessions: they outlive {@link #stop}, and {@link #kill} as well if it
     * comes more than about a second after the last message.
     */
    public static MosquittoProcess startPersistent() {
        return new MosquittoProcess(SAVED, null);
    }

    /** Starts a broker in memory that lets in nobody but this user. */
    public static MosquittoProcess startWithLogin(String user, String password) {
        return new MosquittoProcess(IN_MEMORY, new Login(user, password));
    }

    /** As {@link #startPersistent}, and lets in nobody but this user. */
    public static MosquittoProcess startPersistentWithLogin(String user, String password) {
        return new MosquittoProcess(SAVED, new Login(user, password));
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    /** Whether a broker process exists, be it frozen or not. */
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Starts the broker again on the same port, with the same settings and saved data; does nothing while it runs. */
    public void start() {
        if (isRunning()) {
            return;
        }
        ChildProcess started = ChildProcess.start(
                List.of(
                        program.toString(),
                        "-c",
                        folder.resolve("mosquitto.conf").toString()),
                folder.resolve("mosquitto.log"));
        process = started;
        Awaitility.await("mosquitto on port " + port)
                .atMost(START_LIMIT)
                .pollInterval(POLL)
                .failFast("mosquitto must not end", () -> {
                    if (!started.isAlive()) {
                        throw new IllegalStateException("mosquitto ended at once: " + started.log());
                    }
                })
                .until(this::accepts);
    }

    /** Ends the broker in an orderly way (SIGTERM): a persistent one saves everything. */
    public void stop() {
        running().stop();
    }

    /** Ends the broker as a power cut would (SIGKILL). */
    public void kill() {
        running().kill();
    }

    /** Stops the broker in an orderly way and starts it again. */
    public void restart() {
        stop();
        start();
    }

    /** Freezes the broker (SIGSTOP): connections stay open and nothing is answered. */
    public void freeze() {
        running().signal("STOP");
    }

    /** Lets a frozen broker go on (SIGCONT). */
    public void thaw() {
        running().signal("CONT");
    }

    /** What the broker has printed lately, over all its starts. */
    public String log() {
        return running().log();
    }

    /** Kills the broker and deletes what it saved. */
    @Override
    public void close() {
        running().kill();
        Folders.delete(folder);
    }

    private ChildProcess running() {
        if (process == null) {
            throw new IllegalStateException("mosquitto was never started");
        }
        return process;
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void writeConfiguration(List<String> persistence, @Nullable Login login) {
        List<String> lines = new ArrayList<>(persistence);
        lines.add("persistence_location " + folder + "/");
        lines.add("listener " + port + " 127.0.0.1");
        // Otherwise mosquitto, when started as root, becomes a user who may not write into our folder.
        lines.add("user " + System.getProperty("user.name"));
        lines.add("max_queued_messages " + MAX_QUEUED_MESSAGES);
        // Standard error is not buffered, so the log is never behind.
        lines.add("log_dest stderr");
        lines.add("allow_anonymous " + (login == null));
        if (login != null) {
            lines.add("password_file " + passwordFile(login));
        }
        try {
            Files.write(folder.resolve("mosquitto.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the configuration of mosquitto", e);
        }
    }

    private Path passwordFile(Login login) {
        Path file = folder.resolve("passwords");
        String tool = RealParts.fromEnvironment()
                .need("mosquitto_passwd", Programs.find("mosquitto_passwd"), INSTALL)
                .toString();
        ChildProcess.run(List.of(tool, "-b", "-c", file.toString(), login.user(), login.password()), TOOL_LIMIT);
        return file;
    }
}
