package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.analyze.HistoryPlace;
import io.homeiq.app.settings.InfluxVariables;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.ImportWatch;
import io.homeiq.app.terminal.PathSegment;
import io.homeiq.app.terminal.ServiceCalls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code homeiq import}: brings history into a running HomeIQ. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Sends files of history to the running data service, which counts everything once, however often it is sent.",
            "A SOURCE is a recorder database, the CSV of the history page, or events as NDJSON, each also gzipped; or an InfluxDB "
                    + "that Home Assistant writes to. That is read by this command, which sends the events on: its password or "
                    + "token stays here.",
            InfluxHelp.LINE
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "SOURCE", description = "files with history, or an InfluxDB")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--registry",
            paramLabel = "FILE",
            description = "areas, devices, entities and configuration as JSON")
    private @Nullable Path registry;

    @Option(names = "--automations", paramLabel = "FILE", description = "automations.yaml")
    private @Nullable Path automations;

    @Option(names = "--json", description = "as the service answers, a line each")
    private boolean asJson;

    private final Environment environment;

    ImportCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (sources.isEmpty() && registry == null && automations == null) {
            throw new CommandException(
                    ExitCode.USAGE, "name a SOURCE, --registry or --automations; see homeiq help import");
        }
        InfluxVariables influx = new InfluxVariables(environment.variables());
        List<HistoryPlace> places =
                sources.stream().map(source -> Places.of(source, influx)).toList();
        boolean whole = true;
        try (ServiceCalls calls = new ServiceCalls(environment.settings())) {
            if (registry != null) {
                calls.upload(Role.DATA, "/api/v1/registry", readable(registry), "application/json");
            }
            if (automations != null) {
                calls.upload(Role.DATA, "/api/v1/automations", readable(automations), "application/yaml");
            }
            for (HistoryPlace place : places) {
                whole &= send(calls, place);
            }
        }
        return whole ? ExitCode.OK : ExitCode.PARTIAL;
    }

    /** Whether it was read to its end. */
    private boolean send(ServiceCalls calls, HistoryPlace place) {
        return switch (place) {
            case HistoryPlace.File file -> {
                send(calls, place, readable(file.path()));
                yield true;
            }
            case HistoryPlace.Influx influx -> sendCopy(calls, influx);
        };
    }

    private boolean sendCopy(ServiceCalls calls, HistoryPlace.Influx influx) {
        try (InfluxCopy copy = InfluxCopy.of(influx, environment.console().progress())) {
            copy.remarks(influx.toString()).forEach(environment.console()::remark);
            if (copy.hasEvents()) {
                send(calls, influx, copy.file());
            }
            return copy.fault() == null;
        }
    }

    private void send(ServiceCalls calls, HistoryPlace place, Path file) {
        String name = PathSegment.of(place.name());
        JsonNode answer = ImportWatch.finished(
                calls, calls.upload(Role.DATA, "/api/v1/imports?name=" + name, file, "application/octet-stream"));
        environment.console().line(asJson ? answer.toString() : place + ": " + words(answer));
    }

    private static String words(JsonNode answer) {
        String reasons = answer.path("skipped_by_reason").properties().stream()
                .map(reason -> reason.getValue().asLong() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        return answer.path("added").asLong() + " events added, "
                + answer.path("duplicates").asLong() + " known already, "
                + answer.path("skipped").asLong() + " rows skipped"
                + (reasons.isEmpty() ? "" : " (" + reasons + ")");
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandException(ExitCode.FAILED, "there is no readable file " + file);
        }
        return file;
    }
}
