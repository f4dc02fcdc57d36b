package io.homeiq.app.cli;

import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.WriteFault;
import io.homeiq.simulation.KnownHome;
import io.homeiq.simulation.SampleHome;
import io.homeiq.simulation.SimulationSettings;
import io.homeiq.simulation.bench.BenchHome;
import io.homeiq.simulation.bench.BenchSet;
import io.homeiq.simulation.bench.BenchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeiq simulate}: homes made up, with the truth about them. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes homes of HomePatternBench, a folder each: events.ndjson, home-assistant_v2.db, registry.json, "
                    + "automations.yaml and truth.json (what was planted, with every occurrence, and who caused each change).",
            "The same seed gives the same homes; see docs/homepatternbench.md."
        })
final class SimulateCommand implements Callable<Integer> {

    /** Each sample home of a series gets a seed of its own, far from those of other series. */
    private static final long SEED_STRIDE = 1_000_003;

    private static final LocalDate SAMPLE_DAY = LocalDate.of(2026, 1, 5);

    @Option(names = "--homes", paramLabel = "N", description = "how many (default: ${DEFAULT-VALUE})")
    private int homes = 1;

    @Option(names = "--days", paramLabel = "D", description = "local days of each (default: ${DEFAULT-VALUE})")
    private int days = 60;

    @Option(names = "--seed", paramLabel = "S", description = "default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--null", description = "homes that live by the rhythm of the day, without any routine")
    private boolean nullHomes;

    @Option(names = "--null-share", paramLabel = "X", description = "this share of them, 0 to 1, are such homes")
    private double nullShare;

    @Option(
            names = "--contexts",
            paramLabel = "WHAT",
            description = "what the log keeps of who did what: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private BenchSettings.Contexts contexts = BenchSettings.Contexts.USUAL;

    @Option(names = "--first-day", paramLabel = "DATE", description = "default: one that the seed chooses")
    private @Nullable LocalDate firstDay;

    @Option(names = "--sample", description = "the one home of the demonstration instead, with few kinds of routine")
    private boolean sample;

    @Option(
            names = "--sensors",
            paramLabel = "N",
            description = "with --sample: measuring sensors a home (default: ${DEFAULT-VALUE})")
    private int sensors = 10;

    @Option(
            names = "--sensor-seconds",
            paramLabel = "S",
            description = "with --sample: how often each reports (default: ${DEFAULT-VALUE})")
    private int sensorSeconds = 600;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the homes")
    private Path out = Path.of(".");

    private final Environment environment;

    SimulateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (homes < 1 || !(nullShare >= 0 && nullShare <= 1)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--homes must be 1 or more and --null-share within 0 and 1, were: " + homes + " and " + nullShare);
        }
        for (int i = 0; i < homes; i++) {
            Path folder = out.resolve("home-" + (i + 1));
            try {
                HomeFolder files = new HomeFolder(home(i), folder);
                files.writeHistory();
                files.writeRecorder();
                files.writeTruth();
            } catch (IOException e) {
                throw new CommandException(ExitCode.FAILED, WriteFault.explain(folder.toString(), e));
            }
            environment.console().line(folder.toString());
        }
        return ExitCode.OK;
    }

    private KnownHome home(int number) {
        try {
            return sample ? SampleHome.generate(sampleSettings(number)) : BenchHome.of(benchSettings(number));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private BenchSettings benchSettings(int number) {
        BenchSet set = new BenchSet(seed);
        BenchSettings settings = isNull(number) ? set.nullHome(number) : set.home(number);
        settings = settings.withDays(days).with(contexts);
        return firstDay == null ? settings : settings.from(firstDay);
    }

    private boolean isNull(int number) {
        return nullHomes || Math.floor((number + 1) * nullShare) > Math.floor(number * nullShare);
    }

    private SimulationSettings sampleSettings(int number) {
        LocalDate first = firstDay == null ? SAMPLE_DAY : firstDay;
        SimulationSettings settings =
                SimulationSettings.of(seed + number * SEED_STRIDE, first, days).withSensors(sensors, sensorSeconds);
        return isNull(number) ? settings.nullHome() : settings;
    }
}
