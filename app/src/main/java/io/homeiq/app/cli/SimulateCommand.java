package io.homeiq.app.cli;

import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.WriteFault;
import io.homeiq.simulation.SampleHome;
import io.homeiq.simulation.SimulationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeiq simulate}: sample homes with the truth about them. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes sample homes, a folder each: events.ndjson, home-assistant_v2.db, registry.json, automations.yaml and "
                    + "truth.json (what was planted, with every occurrence, and who caused each change).",
            "The same seed gives the same homes."
        })
final class SimulateCommand implements Callable<Integer> {

    /** Each home of a series gets a seed of its own, far from those of other series. */
    private static final long SEED_STRIDE = 1_000_003;

    @Option(names = "--homes", paramLabel = "N", description = "how many (default: ${DEFAULT-VALUE})")
    private int homes = 1;

    @Option(names = "--days", paramLabel = "D", description = "local days of each (default: ${DEFAULT-VALUE})")
    private int days = 60;

    @Option(names = "--seed", paramLabel = "S", description = "default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--null", description = "homes that live by the rhythm of the day, without any routine")
    private boolean nullHomes;

    @Option(names = "--sensors", paramLabel = "N", description = "measuring sensors a home (default: ${DEFAULT-VALUE})")
    private int sensors = 10;

    @Option(
            names = "--sensor-seconds",
            paramLabel = "S",
            description = "how often each reports (default: ${DEFAULT-VALUE})")
    private int sensorSeconds = 600;

    @Option(names = "--first-day", paramLabel = "DATE", description = "default: ${DEFAULT-VALUE}")
    private LocalDate firstDay = LocalDate.of(2026, 1, 5);

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the homes")
    private Path out = Path.of(".");

    private final Environment environment;

    SimulateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (homes < 1) {
            throw new CommandException(ExitCode.USAGE, "--homes must be 1 or more, was: " + homes);
        }
        for (int i = 0; i < homes; i++) {
            Path folder = out.resolve("home-" + (i + 1));
            try {
                HomeFolder files = new HomeFolder(SampleHome.generate(settings(seed + i * SEED_STRIDE)), folder);
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

    private SimulationSettings settings(long homeSeed) {
        try {
            SimulationSettings settings =
                    SimulationSettings.of(homeSeed, firstDay, days).withSensors(sensors, sensorSeconds);
            return nullHomes ? settings.nullHome() : settings;
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
