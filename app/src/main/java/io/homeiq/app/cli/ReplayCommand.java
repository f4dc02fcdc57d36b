package io.homeiq.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.app.analyze.SourceReading;
import io.homeiq.app.replay.CaseRun;
import io.homeiq.app.replay.FiringTable;
import io.homeiq.app.replay.OfflineReplay;
import io.homeiq.app.replay.ReplayOutcome;
import io.homeiq.app.replay.ReplayRequest;
import io.homeiq.app.replay.TimelinePage;
import io.homeiq.app.settings.InfluxVariables;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Console;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.WriteFault;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.cases.ReplayText;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code homeiq replay}: what an automation would have done. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs any automation over stored history by Home Assistant's own rules: when it would have fired, which condition "
                    + "stopped it, what people did anyway. Nothing is switched.",
            "A SOURCE is one of those that analyze takes. With --cases, self-contained cases take the place of a history.",
            InfluxHelp.LINE
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "SOURCE", description = "files with history, or an InfluxDB")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--automation", paramLabel = "FILE", description = "YAML with the automation, in any spelling")
    private @Nullable Path automation;

    @Option(names = "--id", paramLabel = "ID", description = "which one, where the file has several")
    private @Nullable String id;

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "cases as NDJSON; answered as NDJSON in the same order")
    private @Nullable Path cases;

    @Option(names = "--json", description = "print everything as JSON")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "write a timeline to look at")
    private @Nullable Path html;

    @Option(names = "--limit", paramLabel = "N", description = "show at most so many firings, the latest (50)")
    private int limit = 50;

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--quiet", description = "no progress")
    private boolean quiet;

    private final Console console;
    private final InfluxVariables influx;

    ReplayCommand(Environment environment) {
        this.console = environment.console();
        this.influx = new InfluxVariables(environment.variables());
    }

    @Override
    public Integer call() {
        if (cases != null) {
            if (automation != null || !sources.isEmpty()) {
                throw usage("--cases stands alone: each case brings its own automation and history");
            }
            return answer(cases);
        }
        if (automation == null || sources.isEmpty()) {
            throw usage("give --automation FILE and at least one SOURCE, or --cases FILE");
        }
        if (limit < 0) {
            throw usage("--limit must be zero or more, was: " + limit);
        }
        return replay(automation);
    }

    private static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message);
    }

    private int answer(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int broken = new CaseRun().run(reader, console::line);
            return broken == 0 ? ExitCode.OK : ExitCode.PARTIAL;
        } catch (NoSuchFileException missing) {
            throw new CommandException(ExitCode.FAILED, file + ": no such file; check the path");
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, file + ": cannot be read (" + e + ")");
        }
    }

    private int replay(Path file) {
        Console.Progress progress = console.progress();
        try {
            HomeRegistry home = options.home();
            ReplayRequest request = new ReplayRequest(
                    chosen(file),
                    sources.stream().map(source -> Places.of(source, influx)).toList(),
                    home);
            ReplayOutcome outcome = offline(progress).run(request);
            progress.done();
            return tell(outcome, home);
        } catch (SourceException | StoreException e) {
            progress.done();
            throw new CommandException(ExitCode.FAILED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            progress.done();
            throw new CommandException(ExitCode.FAILED, WriteFault.explain("the result", e));
        }
    }

    private OfflineReplay offline(Console.Progress progress) {
        return new OfflineReplay(quiet || json ? (stage, share) -> {} : progress::at, System::nanoTime);
    }

    private Verbatim chosen(Path file) {
        List<Verbatim> all = AutomationYaml.readTrees(file);
        List<Verbatim> fitting = all.stream()
                .filter(tree -> id == null
                        || id.equals(tree.tree().get("id"))
                        || id.equals(tree.tree().get("alias")))
                .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        String names = all.stream()
                .map(tree -> String.valueOf(
                        tree.tree().getOrDefault("id", tree.tree().get("alias"))))
                .limit(20)
                .collect(Collectors.joining(", "));
        throw usage(
                all.isEmpty()
                        ? file + ": no automation in it"
                        : file + ": " + fitting.size() + " automations fit; choose one with --id, of: " + names);
    }

    private int tell(ReplayOutcome outcome, HomeRegistry home) throws IOException {
        outcome.faults().forEach(console::remark);
        outcome.readings().stream()
                .map(SourceReading::leftOut)
                .flatMap(Optional::stream)
                .forEach(console::remark);
        if (!options.isZoneKnown(home)) {
            console.remark(
                    "The time zone of the home is not known: UTC is taken. Give --time-zone, or a --registry that has it.");
        }
        switch (outcome.result()) {
            case ReplayOutcome.Result.NoHistory none ->
                throw new CommandException(ExitCode.FAILED, "there is no event in the sources");
            case ReplayOutcome.Result.Refused refused ->
                throw new CommandException(ExitCode.FAILED, "Home Assistant would not run this: " + refused.reason());
            case ReplayOutcome.Result.Done done ->
                show(done.text(), home.config().timeZone());
        }
        if (!quiet && !json) {
            console.remark(String.format(
                    Locale.ROOT,
                    "Read in %.2f s, replayed in %.2f s.",
                    outcome.reading().toMillis() / 1e3,
                    outcome.replaying().toMillis() / 1e3));
        }
        return outcome.faults().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private void show(ReplayText text, ZoneId zone) throws IOException {
        if (html != null) {
            Files.writeString(html, new TimelinePage(text, zone).html());
        }
        if (!json) {
            new FiringTable(text, zone).lines(limit).forEach(console::line);
            return;
        }
        try {
            console.line(new ObjectMapper().writeValueAsString(text.tree()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the result has no JSON form: " + e.getOriginalMessage(), e);
        }
    }
}
