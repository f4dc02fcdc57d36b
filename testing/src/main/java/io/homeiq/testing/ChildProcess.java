package io.homeiq.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of another program whose output goes to a file, and that never outlives this JVM. */
final class ChildProcess {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final int MAX_LOG_CHARS = 4_000;

    private final Process process;
    private final Path log;
    private final Thread atExit;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        atExit = new Thread(process::destroyForcibly, "end of process " + process.pid());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts {@code command}; its output is added to the end of {@code log}. */
    static ChildProcess start(List<String> command, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return new ChildProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        }
    }

    /** Runs {@code command} to its end and returns what it printed; errors are printed to this process's own. */
    static String run(List<String> command, Duration limit) {
        Path output = temporaryFile();
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(output.toFile());
            Process process = builder.start();
            if (!waitFor(process, limit)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " took longer than " + limit);
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        String.join(" ", command) + " ended with exit code " + process.exitValue());
            }
            String printed = Files.readString(output);
            Files.delete(output);
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.getFirst(), e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a signal by its name without SIG, such as STOP. */
    void signal(String name) {
        run(List.of("kill", "-" + name, Long.toString(process.pid())), STOP_LIMIT);
    }

    /** Asks the process to end and waits; one that does not listen is killed. */
    void stop() {
        process.destroy();
        if (!waitFor(process, STOP_LIMIT)) {
            kill();
        }
        forget();
    }

    /** Ends the process without giving it a chance to save anything, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        if (!waitFor(process, STOP_LIMIT)) {
            throw new IllegalStateException("process " + process.pid() + " survived being killed");
        }
        forget();
    }

    /** The end of what the process and its forerunners on the same file have printed. */
    String log() {
        try {
            String all = Files.readString(log);
            return all.substring(Math.max(0, all.length() - MAX_LOG_CHARS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // This JVM is ending: the hook runs, or has run, by itself.
        }
    }

    private static boolean waitFor(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for process " + process.pid(), e);
        }
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("homeiq-test", ".out");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary file", e);
        }
    }
}
