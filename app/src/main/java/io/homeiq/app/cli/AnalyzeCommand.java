package io.homeiq.app.cli;

import io.homeiq.app.analyze.AnalyzeOutcome;
import io.homeiq.app.analyze.AnalyzeRequest;
import io.homeiq.app.analyze.HistoryPlace;
import io.homeiq.app.analyze.OfflineAnalysis;
import io.homeiq.app.settings.InfluxVariables;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Console;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.WriteFault;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.registry.RegistryFiles;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.suggestion.SuggestionWriter;
import io.homeiq.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeiq analyze}: files of history in, suggestions with their evidence out. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads history offline, without Home Assistant, broker or key, and writes suggestions.json, patterns.json, the "
                    + "automations and report.html.",
            "A SOURCE is a recorder database (home-assistant_v2.db), the CSV of the history page, or Home Assistant's events "
                    + "as NDJSON, each also gzipped; or an InfluxDB that Home Assistant writes to. Sources may overlap: everything is "
                    + "counted once.",
            InfluxHelp.LINE
        })
final class AnalyzeCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "files with history, or an InfluxDB")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the results")
    private Path out = Path.of(".");

    @Option(
            names = "--registry",
            paramLabel = "FILE|DIR",
            description =
                    "areas, devices, entities, users and configuration as JSON, or Home Assistant's .storage folder")
    private @Nullable Path registry;

    @Option(
            names = "--automations",
            paramLabel = "FILE",
            description = "automations.yaml, so that nothing is proposed that is there already; may be repeated")
    private List<Path> automations = new ArrayList<>();

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "the home's, for example Europe/Amsterdam")
    private @Nullable String timeZone;

    @Option(names = "--latitude", paramLabel = "DEGREES", description = "where the home is, north is positive")
    private @Nullable Double latitude;

    @Option(names = "--longitude", paramLabel = "DEGREES", description = "where the home is, east is positive")
    private @Nullable Double longitude;

    @Option(names = "--limit", paramLabel = "N", description = "write at most so many suggestions, the best ones")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--attribution", paramLabel = "FILE", description = "write who caused each change, as NDJSON")
    private @Nullable Path attribution;

    @Option(names = "--stats", description = "print rows, skipped rows, seconds and memory")
    private boolean stats;

    @Option(names = "--quiet", description = "no progress")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is run
    private CommandSpec spec;

    private final Console console;
    private final InfluxVariables influx;

    AnalyzeCommand(Environment environment) {
        this.console = environment.console();
        this.influx = new InfluxVariables(environment.variables());
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit must be zero or more, was: " + limit);
        }
        Console.Progress progress = console.progress();
        try {
            AnalyzeRequest request = new AnalyzeRequest(places(), out, home(), existing(), limit, attribution);
            AnalyzeOutcome outcome =
                    new OfflineAnalysis(quiet ? (stage, share) -> {} : progress::at, System::nanoTime).run(request);
            progress.done();
            return tell(outcome, request);
        } catch (SourceException | StoreException e) {
            progress.done();
            throw new CommandException(ExitCode.FAILED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            progress.done();
            throw new CommandException(ExitCode.FAILED, WriteFault.explain("the results to " + out, e));
        }
    }

    private List<HistoryPlace> places() {
        return sources.stream().map(source -> Places.of(source, influx)).toList();
    }

    private HomeRegistry home() {
        HomeRegistry read = registry == null ? HomeRegistry.EMPTY : RegistryFiles.read(registry);
        HomeConfig config = read.config();
        ZoneId zone = timeZone == null ? config.timeZone() : zone(timeZone);
        if ((latitude == null) != (longitude == null)) {
            throw new ParameterException(spec.commandLine(), "--latitude and --longitude are only of use together");
        }
        Location location = latitude == null || longitude == null ? config.location() : location(latitude, longitude);
        if (timeZone == null && config.equals(HomeConfig.UNKNOWN)) {
            console.remark("The time zone of the home is not known: UTC is taken, and no habit is tied to the sun. "
                    + "Give --time-zone, --latitude and --longitude, or a --registry that has the configuration.");
        }
        return read.withConfig(new HomeConfig(config.name(), zone, location));
    }

    private ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), "--time-zone must be a name such as Europe/Amsterdam, was: " + name, e);
        }
    }

    private Location location(double north, double east) {
        try {
            return new Location(north, east);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--latitude and --longitude: " + e.getMessage(), e);
        }
    }

    private List<Automation> existing() {
        return automations.stream()
                .flatMap(file -> AutomationYaml.read(file).stream())
                .toList();
    }

    private int tell(AnalyzeOutcome outcome, AnalyzeRequest request) {
        outcome.faults().forEach(console::remark);
        outcome.leftOut().forEach(console::remark);
        outcome.analysis().notes().forEach(console::remark);
        if (stats) {
            outcome.statistics().forEach(console::line);
        }
        if (outcome.isNothingRead()) {
            return ExitCode.FAILED;
        }
        SuggestionWriter words = new SuggestionWriter(request.registry(), new SafetyPolicy(request.registry()));
        List<Pattern> proven = outcome.analysis().proven();
        console.line(proven.size() + (proven.size() == 1 ? " habit" : " habits") + " proven of "
                + outcome.analysis().patterns().size() + " found in "
                + outcome.analysis().events() + " events");
        proven.stream()
                .limit(limit)
                .forEach(pattern -> console.line(
                        String.format(Locale.ROOT, "  %.2f  %s", pattern.confidence(), words.title(pattern.rule()))));
        console.line("Look at " + out.resolve("report.html"));
        return outcome.faults().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }
}
