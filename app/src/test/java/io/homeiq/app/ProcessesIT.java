package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.analyze.SourceImport;
import io.homeiq.app.settings.Role;
import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.EventType;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.simulation.SampleHome;
import io.homeiq.simulation.SimulationSettings;
import io.homeiq.store.history.HistoryLog;
import io.homeiq.testing.MosquittoProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five processes, one volume, and a power cut for each of them in the middle of its work. */
class ProcessesIT {

    private static final long SEED = 1;
    private static final String USER = "homeiq";
    private static final String PASSWORD = "the-password-of-the-broker";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void losesNothingAndDoublesNothingWhateverIsKilled() throws IOException, InterruptedException {
        // Given
        HomeFolder home = new HomeFolder(
                SampleHome.generate(SimulationSettings.of(SEED, LocalDate.of(2026, 1, 5), 40)
                        .withSensors(0, 600)),
                folder.resolve("home"));
        home.writeHistory();
        try (MosquittoProcess broker = MosquittoProcess.startPersistentWithLogin(USER, PASSWORD);
                Fleet fleet = new Fleet(folder, broker, USER, PASSWORD);
                BusWatcher bus = BusWatcher.of(broker.host(), broker.port(), USER, PASSWORD)) {
            importHistory(fleet, home);

            // When
            analyse(fleet);
            await("suggestions").atMost(PATIENCE).until(() -> suggestions(fleet).size() > 0);
            fleet.killAndStartAgain(Role.AUTOMATION);
            broker.kill();
            broker.start();
            fleet.killAndStartAgain(Role.TRAINING);
            fleet.killAndStartAgain(Role.QUERY);
            fleet.awaitReady();
            JsonNode chosen = allSuggestions(fleet).path(0);
            String id = chosen.path("id").textValue();
            assertThat(fleet.tryPost(Role.AUTOMATION, "/api/suggestions/" + id + "/approve"))
                    .isTrue();
            fleet.killAndStartAgain(Role.AUTOMATION);
            fleet.awaitReady();

            // Then
            assertDeployedOnce(fleet, chosen);
            assertToldOnce(fleet, bus);
            assertSameAfterEachIsKilled(fleet, bus, chosen);
        }
    }

    /** The service is killed while it reads; what was there stays, and the file is imported again. */
    private static void importHistory(Fleet fleet, HomeFolder home) throws IOException, InterruptedException {
        String data = fleet.url(Role.DATA);
        assertThat(fleet.web()
                        .upload(data + "/api/v1/registry", home.registry(), "application/json")
                        .isOk())
                .isTrue();
        Thread first = Thread.startVirtualThread(() -> {
            try {
                fleet.web().upload(data + "/api/v1/imports?name=first", home.events(), "application/octet-stream");
            } catch (IOException | UncheckedIOException e) {
                // The service was killed while it read.
            }
        });
        await("the first events").pollInterval(Duration.ofMillis(10)).until(() -> total(fleet) > 0 || !first.isAlive());
        fleet.killAndStartAgain(Role.DATA);
        first.join();
        fleet.awaitReady();
        Web.Answer second =
                fleet.web().upload(data + "/api/v1/imports?name=second", home.events(), "application/octet-stream");
        assertThat(second.isOk()).as(() -> second.body().toString()).isTrue();
        assertThat(total(fleet)).isEqualTo(distinct(home));
    }

    private static long distinct(HomeFolder home) {
        try (HistoryLog log = HistoryLog.open(home.events().resolveSibling("reference.db"))) {
            return new SourceImport(log, read -> {}).read(home.events()).added();
        }
    }

    private static long total(Fleet fleet) {
        return fleet.web()
                .read(fleet.url(Role.DATA) + "/api/v1/events/stats")
                .path("total_events")
                .asLong();
    }

    /** The service is killed while it analyses. */
    private static void analyse(Fleet fleet) {
        await("the analysis begins").atMost(PATIENCE).until(() -> fleet.tryPost(Role.PATTERN, "/api/analysis/trigger"));
        fleet.killAndStartAgain(Role.PATTERN);
        fleet.awaitReady();
        await("the analysis begins again")
                .atMost(PATIENCE)
                .until(() -> fleet.tryPost(Role.PATTERN, "/api/analysis/trigger"));
        await("the analysis")
                .atMost(PATIENCE)
                .until(() -> fleet.web()
                        .read(fleet.url(Role.PATTERN) + "/api/analysis/status")
                        .at("/last_run/status")
                        .asText()
                        .equals("completed"));
    }

    private static JsonNode suggestions(Fleet fleet) {
        return fleet.web()
                .read(fleet.url(Role.AUTOMATION) + "/api/suggestions/list?limit=200")
                .path("suggestions");
    }

    /** One for each proven pattern, however often its announcement came. */
    private static JsonNode allSuggestions(Fleet fleet) {
        JsonNode patterns = fleet.web()
                .read(fleet.url(Role.PATTERN) + "/api/v1/patterns/list?limit=200")
                .at("/data/patterns");
        List<String> proven = Stream.iterate(0, i -> i < patterns.size(), i -> i + 1)
                .map(patterns::path)
                .filter(pattern -> pattern.at("/metadata/proven").asBoolean())
                .map(pattern -> pattern.path("id").asText())
                .toList();
        assertThat(proven).as(() -> "seed " + SEED + ", patterns " + patterns).isNotEmpty();
        await("a suggestion for each proven pattern")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(suggestions(fleet).findValuesAsText("pattern_id"))
                        .as(fleet::logs)
                        .containsExactlyInAnyOrderElementsOf(proven));
        return suggestions(fleet);
    }

    private static void assertDeployedOnce(Fleet fleet, JsonNode suggestion) throws IOException {
        String api = fleet.url(Role.AUTOMATION) + "/api/";
        String id = suggestion.path("id").textValue();
        String automation = suggestion.path("automation_id").textValue();
        await("the deployment")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(fleet.web()
                                .read(api + "suggestions/" + id)
                                .path("status")
                                .asText())
                        .as(fleet::logs)
                        .isEqualTo("deployed"));
        assertThat(fleet.web()
                        .read(api + "deploy/" + automation + "/versions")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        try (Stream<Path> files = Files.walk(fleet.volume())) {
            List<Path> written =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(written).hasSize(1);
            assertThat(AutomationYaml.read(written.getFirst()))
                    .singleElement()
                    .satisfies(only -> assertThat(only.id()).isEqualTo(automation));
        }
    }

    /** With nothing to do, a power cut changes nothing. */
    private static void assertSameAfterEachIsKilled(Fleet fleet, BusWatcher bus, JsonNode chosen) throws IOException {
        long events = total(fleet);
        JsonNode suggestions = suggestions(fleet);
        for (Role role : Role.values()) {
            fleet.killAndStartAgain(role);
            fleet.awaitReady();
            assertThat(total(fleet)).as("events after " + role).isEqualTo(events);
            assertThat(suggestions(fleet)).as("suggestions after " + role).isEqualTo(suggestions);
        }
        assertDeployedOnce(fleet, chosen);
        assertToldOnce(fleet, bus);
    }

    /** A message may come again, but then as the same event. */
    private static void assertToldOnce(Fleet fleet, BusWatcher bus) {
        await("the last event")
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(bus.events(EventType.AUTOMATION_DEPLOYED)).isNotEmpty());
        for (EventType type :
                List.of(EventType.SUGGESTION_CREATED, EventType.SUGGESTION_APPROVED, EventType.AUTOMATION_DEPLOYED)) {
            Map<String, Set<EventId>> ids = bus.events(type).stream()
                    .collect(Collectors.groupingBy(
                            event -> event.data().subject(), Collectors.mapping(Event::id, Collectors.toSet())));
            assertThat(ids.values())
                    .as(type + fleet.logs())
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(id).hasSize(1));
        }
        assertThat(bus.unreadable()).isEmpty();
        assertThat(bus.deadLetters()).isEmpty();
    }
}
