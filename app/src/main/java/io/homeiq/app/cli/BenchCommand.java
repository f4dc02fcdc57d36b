package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.app.bench.AnalyzeBench;
import io.homeiq.app.bench.Bench;
import io.homeiq.app.bench.BenchLines;
import io.homeiq.app.bench.ImportBench;
import io.homeiq.app.bench.LiveBench;
import io.homeiq.app.bench.Measure;
import io.homeiq.app.bench.ReplayBench;
import io.homeiq.app.bench.StartBench;
import io.homeiq.app.bench.mining.MiningBench;
import io.homeiq.app.bench.services.ServicesBench;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code homeiq bench}: speed and size beside what they must reach. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures start, import, analysis, mining, live detection and the five services, and prints a table",
            "beside what must be reached.",
            "Names pick parts: start, import, analyze, mining, replay, live, services. Exit code 1 if something falls short.",
            "mining mines homes of 0.1, 1 and 10 million events in processes with a heap of 512 MB each, beside a",
            "bare parse of the same file; it takes some minutes and eight gigabytes of disk.",
            "services needs mosquitto and three gigabytes of disk; it takes some minutes."
        })
final class BenchCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "parts to run (default: all)")
    private List<String> names = new ArrayList<>();

    @Option(names = "--full", description = "also ten million events; some minutes and seven gigabytes of disk")
    private boolean full;

    @Option(names = "--json", description = "as JSON")
    private boolean asJson;

    private final Environment environment;

    BenchCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("homeiq-bench-");
        try {
            List<Measure> measures = new ArrayList<>();
            for (Bench bench : chosen(folder)) {
                measures.addAll(bench.run(environment.console()));
            }
            tell(measures);
            return measures.stream().allMatch(Measure::isReached) ? ExitCode.OK : ExitCode.FAILED;
        } finally {
            delete(folder);
        }
    }

    private List<Bench> chosen(Path folder) {
        List<Bench> all = List.of(
                new StartBench(folder),
                new ImportBench(folder),
                new AnalyzeBench(folder, full),
                new MiningBench(folder.resolve("mining")),
                new ReplayBench(),
                new LiveBench(folder),
                new ServicesBench(folder));
        for (String name : names) {
            if (all.stream().noneMatch(bench -> bench.name().equals(name))) {
                throw new CommandException(
                        ExitCode.USAGE, "there is no benchmark \"" + name + "\"; see homeiq help bench");
            }
        }
        return all.stream()
                .filter(bench -> names.isEmpty() || names.contains(bench.name()))
                .toList();
    }

    private void tell(List<Measure> measures) {
        if (asJson) {
            ArrayNode array = new ObjectMapper().createArrayNode();
            measures.forEach(measure -> tell(measure, array.addObject()));
            environment.console().line(array.toString());
        } else {
            BenchLines.of(measures).forEach(environment.console()::line);
        }
    }

    private static void tell(Measure measure, ObjectNode object) {
        object.put("what", measure.what()).put("value", measure.value()).put("unit", measure.unit());
        if (measure.isAsked()) {
            object.put("must_be", (measure.atMost() ? "<= " : ">= ") + measure.floor())
                    .put("reached", measure.isReached());
        }
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
