package io.homeiq.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Another process that runs a main class of these tests; it is killed at the latest when this is closed. */
public final class ChildJvm implements AutoCloseable {

    private static final int EXIT_LIMIT_SECONDS = 60;

    /** No test needs one for longer; so a test that waits for a word of it does not wait for ever. */
    private static final int LIFE_LIMIT_SECONDS = 120;

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        CompletableFuture.delayedExecutor(LIFE_LIMIT_SECONDS, TimeUnit.SECONDS)
                .execute(() -> process.toHandle().destroyForcibly());
    }

    public static ChildJvm start(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ChildJvm(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Waits for a line that begins so, and returns the rest of it. */
    public String awaitLine(String prefix) {
        List<String> seen = new ArrayList<>();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(prefix)) {
                    return line.substring(prefix.length()).strip();
                }
                seen.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("the process ended without a line \"" + prefix + "\", it printed " + seen);
    }

    /** Kills it as a power cut would, from its point of view, and returns what it had printed and was not read yet. */
    public List<String> kill() {
        process.toHandle().destroyForcibly(); // unlike that of the process, this leaves its output readable
        awaitEnd();
        try {
            return output.lines().toList();
        } catch (UncheckedIOException e) {
            throw new AssertionError("cannot read the last words", e);
        }
    }

    /** Waits for its end and returns its exit code. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(EXIT_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the process did not end within " + EXIT_LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }
}
