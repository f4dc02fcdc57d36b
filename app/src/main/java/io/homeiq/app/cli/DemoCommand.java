package io.homeiq.app.cli;

import io.homeiq.app.demo.Demo;
import io.homeiq.app.runtime.HomeIq;
import io.homeiq.app.runtime.StartException;
import io.homeiq.app.settings.BrokerSettings;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.simulation.SampleHome;
import io.homeiq.simulation.SimulationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeiq demo}: the whole job with a sample home, in one process. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes 60 days of a sample home through the whole job: analysis, suggestions with their evidence, approval, the "
                    + "automation, and the events on the bus. Everything runs in this process with an embedded broker and a "
                    + "fresh data folder; then it stays up until it is interrupted.",
            "Ports are set as for run: HOMEIQ_DATA_PORT and so on, MQTT_PORT."
        })
final class DemoCommand implements Callable<Integer> {

    private static final int DAYS = 60;

    @Option(names = "--once", description = "end when the job is done")
    private boolean once;

    @Option(names = "--seed", paramLabel = "N", description = "another sample home (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder; must be empty (default: a new temporary one)")
    private @Nullable Path data;

    @Option(names = "--free-ports", description = "take any free ports, so that it runs beside another HomeIQ")
    private boolean freePorts;

    private final Environment environment;

    DemoCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = data == null ? Files.createTempDirectory("homeiq-demo-") : data;
        if (!Demo.isFresh(folder)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--data " + folder + " is not empty; a demonstration must not mix with a real home");
        }
        try (HomeIq homeIq = HomeIq.start(settings(folder), EnumSet.allOf(Role.class), Clock.systemUTC())) {
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                homeIq.close();
                ended.countDown();
            }));
            new Demo(homeIq.settings(), environment.console(), sample(folder)).run(homeIq);
            if (!once) {
                environment.console().line("");
                environment.console().line("Everything stays up; Ctrl-C ends it. Data folder: " + folder);
                ended.await();
            }
            return ExitCode.OK;
        } catch (StartException e) {
            throw new CommandException(ExitCode.FAILED, e.getMessage() + " (or: homeiq demo --free-ports)");
        } finally {
            if (data == null) {
                delete(folder);
            }
        }
    }

    private HomeFolder sample(Path folder) {
        LocalDate firstDay = LocalDate.now(Clock.systemUTC()).minusDays(DAYS);
        return new HomeFolder(
                SampleHome.generate(SimulationSettings.of(seed, firstDay, DAYS)), folder.resolve("sample"));
    }

    private Settings settings(Path folder) {
        Settings plain = environment.settings();
        int broker = freePorts || !(plain.broker() instanceof BrokerSettings.Embedded)
                ? 0
                : plain.broker().port();
        return plain.forDemonstration(folder, broker, freePorts);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
