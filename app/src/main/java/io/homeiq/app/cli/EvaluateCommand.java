package io.homeiq.app.cli;

import io.homeiq.app.bench.BenchLines;
import io.homeiq.app.bench.Measure;
import io.homeiq.app.evaluate.Evaluation;
import io.homeiq.app.evaluate.Plan;
import io.homeiq.app.evaluate.RealEvaluation;
import io.homeiq.app.evaluate.RealResult;
import io.homeiq.app.evaluate.RepairEvaluation;
import io.homeiq.app.evaluate.ResultTable;
import io.homeiq.app.evaluate.Tally;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Console;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.WriteFault;
import io.homeiq.simulation.bench.BenchSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeiq evaluate}: what is found, measured against what is really there. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes up the homes of HomePatternBench one by one, mines each as analyze does, and prints precision, recall by "
                    + "kind, suggestions a null home and who-did-it beside what must be reached.",
            "With --data also on real sets. Exit code 1 if something falls short."
        })
final class EvaluateCommand implements Callable<Integer> {

    @Option(names = "--homes", paramLabel = "N", description = "homes with habits (default: ${DEFAULT-VALUE})")
    private int homes = BenchSet.HOMES;

    @Option(names = "--null", paramLabel = "N", description = "homes without any (default: ${DEFAULT-VALUE})")
    private int nullHomes = BenchSet.NULL_HOMES;

    @Option(names = "--days", paramLabel = "D", description = "local days of each (default: ${DEFAULT-VALUE})")
    private int days = 60;

    @Option(names = "--seed", paramLabel = "S", description = "of the series (default: that of the public set)")
    private long seed = BenchSet.PUBLIC.seed();

    @Option(names = "--jobs", paramLabel = "J", description = "homes at a time (default: one a core)")
    private int jobs = Math.min(16, Runtime.getRuntime().availableProcessors());

    @Option(names = "--json", paramLabel = "FILE", description = "write the table as JSON, and as Markdown beside it")
    private @Nullable Path json;

    @Option(names = "--details", paramLabel = "DIR", description = "write a file on each home: planted beside found")
    private @Nullable Path details;

    @Option(names = "--data", paramLabel = "DIR", description = "folder with the real sets kasteren-a and ordonez-a")
    private @Nullable Path data;

    @Option(
            names = "--repairs",
            description = "instead: homes in which an automation does a habit that changes, and what is proposed then")
    private boolean repairs;

    private final Environment environment;

    EvaluateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        return repairs ? repairs() : habits();
    }

    private Integer repairs() throws InterruptedException {
        Console.Progress progress = environment.console().progress();
        RepairEvaluation.Outcome outcome = evaluation(progress).run();
        progress.done();
        BenchLines.of(outcome.measures()).forEach(environment.console()::line);
        outcome.remarks().forEach(environment.console()::line);
        return outcome.measures().stream().allMatch(Measure::isReached) ? ExitCode.OK : ExitCode.FAILED;
    }

    private RepairEvaluation evaluation(Console.Progress progress) {
        try {
            return new RepairEvaluation(seed, homes, jobs, progress::at);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private Integer habits() throws InterruptedException {
        Console.Progress progress = environment.console().progress();
        try {
            Tally tally = new Evaluation(plan(), progress::at, System::nanoTime).run();
            progress.done();
            List<RealResult> real = data == null ? List.of() : new RealEvaluation(data, seed).run();
            ResultTable table = new ResultTable(tally, real);
            BenchLines.of(table.measures()).forEach(environment.console()::line);
            table.remarks().forEach(environment.console()::line);
            if (json != null) {
                table.write(json);
            }
            return table.measures().stream().allMatch(Measure::isReached) ? ExitCode.OK : ExitCode.FAILED;
        } catch (IOException e) {
            progress.done();
            throw new CommandException(ExitCode.FAILED, WriteFault.explain("the results", e));
        }
    }

    private Plan plan() {
        try {
            return new Plan(new BenchSet(seed), homes, nullHomes, days, jobs, details);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
