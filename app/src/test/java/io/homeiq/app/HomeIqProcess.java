package io.homeiq.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The {@code homeiq} command as a process of its own, with the class path of the test. It never outlives the test's JVM. */
public final class HomeIqProcess implements AutoCloseable {

    private static final long END_SECONDS = 20;

    private final Process process;
    private final Path out;
    private final Path err;
    private final Thread atExit;

    private HomeIqProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.atExit = new Thread(process::destroyForcibly, "end of homeiq " + process.pid());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts it.
     *
     * @param folder for what it prints; what an earlier one with the same name printed stays in front of it
     * @param variables all settings that it finds
     */
    public static HomeIqProcess start(Path folder, String name, Map<String, String> variables, List<String> arguments) {
        return start(Main.class, folder, name, variables, arguments);
    }

    /** As {@link #start(Path, String, Map, List)}, by another class than the command's. */
    public static HomeIqProcess start(
            Class<?> main, Path folder, String name, Map<String, String> variables, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                // The log as people have it, not as tests do.
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
        builder.environment().keySet().removeIf(key -> key.matches("(HOMEIQ|HA|MQTT|DATABASE|DATA_API|AI)_.*"));
        builder.environment().putAll(variables);
        try {
            return new HomeIqProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start java", e);
        }
    }

    /** Results so far. */
    String out() {
        return read(out);
    }

    /** Log and remarks so far. */
    public String err() {
        return read(err);
    }

    long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end and tells its exit code. */
    int exitCode(Duration limit) {
        await("the end of homeiq").atMost(limit).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** Asks it to end, as Ctrl-C or the end of a container does. */
    void stop() {
        process.destroy();
        waitForEnd();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        waitForEnd();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("process " + process.pid() + " did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
