package io.homeiq.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Prometheus's own checker of configurations, rules and metrics. A test that uses it is skipped, or fails, where it is missing
 * ({@link RealParts}).
 */
public final class Promtool {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path program;

    private Promtool(Path program) {
        this.program = program;
    }

    /** The one of this machine. */
    public static Promtool find() {
        return new Promtool(
                RealParts.fromEnvironment().need("promtool", Programs.find("promtool"), PrometheusProcess.INSTALL));
    }

    /**
     * What it found.
     *
     * @param words all that it printed
     */
    public record Verdict(boolean isGood, String words) {}

    /** Runs it on files, for example {@code check rules rules.yml}. */
    public Verdict run(String... arguments) {
        return run("", List.of(arguments));
    }

    /** Whether names, types and help texts in an answer of {@code /metrics} are as Prometheus wants them. */
    public Verdict checkMetrics(String metrics) {
        return run(metrics, List.of("check", "metrics"));
    }

    private Verdict run(String input, List<String> arguments) {
        Path folder = Folders.temporary("promtool");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        try {
            Path in = Files.writeString(folder.resolve("in"), input);
            Path out = folder.resolve("out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " took longer than " + LIMIT);
            }
            return new Verdict(process.exitValue() == 0, Files.readString(out));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + program, e);
        } finally {
            Folders.delete(folder);
        }
    }
}
