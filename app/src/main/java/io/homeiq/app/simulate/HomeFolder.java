package io.homeiq.app.simulate;

import io.homeiq.contracts.file.TruthFile;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.recorder.RecorderWriter;
import io.homeiq.homeassistant.registry.RegistryJson;
import io.homeiq.homeassistant.source.HomeEventJson;
import io.homeiq.simulation.KnownHome;
import io.homeiq.simulation.Oddity;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.RoutineChange;
import io.homeiq.simulation.TrueCause;
import io.homeiq.simulation.Truth;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A simulated home as files: events, recorder database, registry, automations and the truth. */
public final class HomeFolder {

    private static final double MILLIS = 1_000;

    private final KnownHome home;
    private final Path folder;

    /** The home's files in the folder; nothing is written yet. */
    public HomeFolder(KnownHome home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    public Path events() {
        return folder.resolve("events.ndjson");
    }

    public Path registry() {
        return folder.resolve("registry.json");
    }

    public Path automations() {
        return folder.resolve("automations.yaml");
    }

    public Path recorder() {
        return folder.resolve("home-assistant_v2.db");
    }

    public Path truth() {
        return folder.resolve("truth.json");
    }

    /** Writes events, registry and automations: all that an analysis needs. */
    public void writeHistory() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(registry(), RegistryJson.write(home.registry()).toPrettyString() + "\n");
        Files.writeString(automations(), AutomationYaml.write(home.automations()));
        HomeEventJson json = new HomeEventJson();
        try (BufferedWriter out = Files.newBufferedWriter(events())) {
            home.events((event, cause) -> writeLine(out, json.write(event)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeLine(BufferedWriter out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a recorder database that a real Home Assistant starts on; it holds each event once, in order of time. */
    public void writeRecorder() {
        Set<HomeEvent> once = new LinkedHashSet<>();
        home.events((event, cause) -> once.add(event));
        RecorderWriter.write(recorder(), once.stream().sorted(Comparator.comparing(HomeEvent::time)));
    }

    /** Writes what was planted and who caused each change. */
    public void writeTruth() throws IOException {
        List<TruthFile.Caused> causes = new ArrayList<>();
        home.events((event, cause) -> {
            if (event instanceof StateChange change) {
                causes.add(caused(change, cause));
            }
        });
        Truth truth = home.truth();
        TruthFile file = new TruthFile(
                HomeId.DEFAULT,
                truth.benchVersion(),
                truth.seed(),
                truth.nullHome(),
                truth.start(),
                truth.end(),
                truth.days(),
                truth.planted().stream().map(HomeFolder::planted).toList(),
                truth.oddities().stream().map(HomeFolder::anomaly).toList(),
                causes);
        Files.write(truth(), new WireJson().toBytes(file));
    }

    private static TruthFile.Caused caused(StateChange change, TrueCause cause) {
        return new TruthFile.Caused(
                change.entityId(), change.time(), cause.kind(), cause.person(), cause.automation(), cause.routine());
    }

    private static TruthFile.Anomaly anomaly(Oddity oddity) {
        return new TruthFile.Anomaly(oddity.entity(), oddity.time(), oddity.description());
    }

    private static TruthFile.Planted planted(PlantedRoutine routine) {
        return new TruthFile.Planted(
                routine.id(),
                routine.kind(),
                routine.description(),
                routine.entity(),
                routine.state(),
                routine.rule(),
                routine.signals(),
                routine.leastDelay().toMillis() / MILLIS,
                routine.mostDelay().toMillis() / MILLIS,
                change(routine.change()),
                routine.occurrences());
    }

    private static TruthFile.@Nullable Change change(@Nullable RoutineChange change) {
        return change == null
                ? null
                : new TruthFile.Change(change.kind().name().toLowerCase(Locale.ROOT), change.date(), change.minutes());
    }
}
