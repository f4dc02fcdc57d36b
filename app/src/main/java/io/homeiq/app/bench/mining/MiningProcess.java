package io.homeiq.app.bench.mining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One trial in a Java of its own, with the heap, the collector and the archive of loaded classes that the launcher gives an
 * analysis, and this process too.
 */
public final class MiningProcess {

    static final int HEAP_MIB = 512;

    private static final List<String> ARCHIVES = List.of("-XX:AOTCache=", "-XX:SharedArchiveFile=");

    private static final Map<String, Trial> TRIALS = Map.of(
            "parse", new ParseTrial(),
            "whole", new WholeTrial(),
            "live", new LiveTrial(),
            "keep", new KeepTrial(),
            "recall", new RecallTrial(),
            "new-day", new NewDayTrial());

    private MiningProcess() {}

    /** The process: takes the name of a trial, the folder of a home, and a file for the figures. */
    public static void main(String[] arguments) throws Exception {
        Trial trial = TRIALS.get(arguments[0]);
        if (trial == null) {
            throw new IllegalArgumentException("there is no trial " + arguments[0]);
        }
        Map<String, Double> figures = trial.of(new MinedHome(Path.of(arguments[1])));
        Files.write(
                Path.of(arguments[2]),
                figures.entrySet().stream()
                        .map(figure -> figure.getKey() + "=" + figure.getValue())
                        .toList());
    }

    /** Runs a trial to its end and tells its figures. */
    static Map<String, Double> run(String trial, MinedHome home) throws IOException, InterruptedException {
        Path figures = home.folder().resolve(trial + ".figures");
        Path log = home.folder().resolve(trial + ".log");
        Files.deleteIfExists(figures);
        Process process = new ProcessBuilder(command(trial, home, figures))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.waitFor();
        } finally {
            process.destroy();
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("the trial " + trial + " failed: " + firstLine(log));
        }
        Map<String, Double> read = new LinkedHashMap<>();
        for (String line : Files.readAllLines(figures)) {
            int equals = line.indexOf('=');
            read.put(line.substring(0, equals), Double.valueOf(line.substring(equals + 1)));
        }
        return read;
    }

    private static List<String> command(String trial, MinedHome home, Path figures) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + HEAP_MIB + "m"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> ARCHIVES.stream().anyMatch(option::startsWith))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                MiningProcess.class.getName(),
                trial,
                home.folder().toString(),
                figures.toString()));
        return command;
    }

    private static String firstLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "it said nothing" : lines.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("the log of a trial", e);
        }
    }
}
