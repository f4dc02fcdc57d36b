package io.homeiq.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.runtime.HomeIq;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Console;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.ImportWatch;
import io.homeiq.app.terminal.ServiceCalls;
import io.homeiq.app.terminal.SuggestionLines;
import io.homeiq.automation.suggestion.WeeklyBudget;
import io.homeiq.contracts.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Takes a sample home through the whole job: history, analysis, suggestions, approval, deployment. */
public final class Demo {

    private static final int BEST = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Settings settings;
    private final Console console;
    private final HomeFolder files;

    /** A demonstration in the data folder of the settings, with files of a sample home. */
    public Demo(Settings settings, Console console, HomeFolder files) {
        this.settings = settings;
        this.console = console;
        this.files = files;
    }

    /** Runs through the job; the services stay up. */
    public void run(HomeIq homeIq) throws IOException, InterruptedException {
        DemoBus bus = new DemoBus(console);
        bus.follow(homeIq.bus(), settings.home());
        homeIq.describe().forEach(console::line);
        try (ServiceCalls calls = new ServiceCalls(settings)) {
            fill(calls);
            analyse(calls);
            JsonNode best = suggest(calls);
            deploy(calls, bus, best);
            answer(calls);
        }
    }

    private void fill(ServiceCalls calls) throws IOException {
        console.line("");
        console.line("A sample home of two people: their routines, everyday whims, machines and existing automations.");
        files.writeHistory();
        calls.upload(Role.DATA, "/api/v1/registry", files.registry(), "application/json");
        calls.upload(Role.DATA, "/api/v1/automations", files.automations(), "application/yaml");
        JsonNode imported = ImportWatch.finished(
                calls,
                calls.upload(
                        Role.DATA, "/api/v1/imports?name=sample.ndjson", files.events(), "application/octet-stream"));
        console.line(String.format(
                Locale.ROOT,
                "Imported %,d events; %,d were there twice.",
                imported.path("added").asLong(),
                imported.path("duplicates").asLong()));
    }

    private void analyse(ServiceCalls calls) throws InterruptedException {
        calls.post(Role.PATTERN, "/api/analysis/trigger", "");
        Console.Progress progress = console.progress();
        await("the analysis", () -> {
            JsonNode status = calls.get(Role.PATTERN, "/api/analysis/status");
            boolean running = status.path("status").asText().equals("running");
            progress.at(
                    status.path("stage").asText(),
                    running ? status.path("progress").asDouble() : 1);
            return !running;
        });
        progress.done();
        JsonNode last = calls.get(Role.PATTERN, "/api/analysis/status").path("last_run");
        console.line("Analysis " + last.path("status").asText() + ".");
    }

    private JsonNode suggest(ServiceCalls calls) throws InterruptedException {
        int proven = calls.get(Role.PATTERN, "/api/analysis/status")
                .at("/last_run/result/proven")
                .asInt();
        int offered = Math.min(proven, WeeklyBudget.DEFAULT_PER_WEEK);
        String open = "/api/suggestions/list?status=proposed&limit=" + BEST;
        await(
                "suggestions",
                () -> calls.get(Role.AUTOMATION, open).path("total").asInt() >= offered);
        JsonNode suggestions = calls.get(Role.AUTOMATION, open).path("suggestions");
        console.line("");
        console.line("The best suggestions, with their evidence from days that they were not learned from:");
        suggestions.forEach(suggestion -> SuggestionLines.of(suggestion).forEach(console::line));
        return suggestions.path(0);
    }

    private void deploy(ServiceCalls calls, DemoBus bus, JsonNode best) throws InterruptedException {
        String id = best.path("id").asText();
        console.line("");
        console.line("Approving the first one.");
        calls.post(Role.AUTOMATION, "/api/suggestions/" + id + "/approve", "{}");
        await(
                "the deployment",
                () -> bus.hasSeen(EventType.AUTOMATION_DEPLOYED) || bus.hasSeen(EventType.AUTOMATION_FAILED));
        JsonNode deployed = calls.get(Role.AUTOMATION, "/api/suggestions/" + id);
        if (!deployed.path("status").asText().equals("deployed")) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "the automation was not deployed: "
                            + deployed.path("problem").asText());
        }
        console.line("");
        console.line("The automation, for Home Assistant's automations.yaml:");
        deployed.path("automation_yaml").asText().lines().forEach(line -> console.line("    " + line));
        console.line("Written into " + settings.dataFolder() + ", since no Home Assistant is connected (HA_URL).");
    }

    private void answer(ServiceCalls calls) {
        console.line("");
        for (Role role : Role.values()) {
            calls.get(role, "/health/ready");
            console.line(String.format(
                    Locale.ROOT,
                    "%-10s ready at %s",
                    role.wireName(),
                    settings.urls().get(role)));
        }
    }

    private static void await(String what, BooleanSupplier done) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new CommandException(
                        ExitCode.FAILED,
                        what + " did not come within " + PATIENCE.toMinutes() + " minutes; see the log above");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** Whether the folder is free for a demonstration: it must not mix with a real home. */
    public static boolean isFresh(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
