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
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.SimulatedHome;
import io.homeiq.simulation.SimulationSettings;
import io.homeiq.simulation.TrueCause;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A simulated home as files: events, recorder database, registry, automations and the truth. */
public final class HomeFolder {

    private final SimulatedHome home;
    private final Path folder;

    /** The home's files in the folder; nothing is written yet. */
    public HomeFolder(SimulatedHome home, Path folder) {
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
            home.events((HomeEvent event) -> writeLine(out, json.write(event)));
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
        home.events((HomeEvent event) -> once.add(event));
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
        SimulationSettings settings = home.settings();
        TruthFile truth = new TruthFile(
                HomeId.DEFAULT,
                settings.seed(),
                !settings.routines(),
                start(settings, 0),
                start(settings, settings.days()),
                settings.days(),
                home.planted().stream().map(HomeFolder::planted).toList(),
                causes);
        Files.write(truth(), new WireJson().toBytes(truth));
    }

    private static Instant start(SimulationSettings settings, int day) {
        return settings.firstDay().plusDays(day).atStartOfDay(settings.zone()).toInstant();
    }

    private static TruthFile.Caused caused(StateChange change, TrueCause cause) {
        return new TruthFile.Caused(
                change.entityId(), change.time(), cause.kind(), cause.person(), cause.automation(), cause.routine());
    }

    private static TruthFile.Planted planted(PlantedRoutine routine) {
        return new TruthFile.Planted(
                routine.id(), routine.kind(), routine.entity(), routine.state(), routine.rule(), routine.occurrences());
    }
}
