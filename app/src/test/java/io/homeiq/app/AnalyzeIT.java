package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.source.HistorySources;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code homeiq analyze} on the files of one sample home. */
class AnalyzeIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEED = "1";
    private static final int DAYS = 40;

    @TempDir
    static Path sample;

    private static Path home;
    private static Path events;
    private static Path recorder;

    @TempDir
    Path out;

    @BeforeAll
    static void simulate() {
        CommandRun.of(List.of(
                        "simulate",
                        "--sample",
                        "--days",
                        "" + DAYS,
                        "--seed",
                        SEED,
                        "--sensors",
                        "2",
                        "--out",
                        sample.toString()))
                .mustBeOk();
        home = sample.resolve("home-1");
        events = home.resolve("events.ndjson");
        recorder = home.resolve("home-assistant_v2.db");
    }

    @Test
    void givesTheSameBytesForTheSameInput() throws IOException {
        // Given
        analyze(
                out.resolve("first"),
                List.of(events),
                "--attribution",
                out.resolve("first/who.ndjson").toString());

        // When
        analyze(
                out.resolve("second"),
                List.of(events),
                "--attribution",
                out.resolve("second/who.ndjson").toString());

        // Then
        Map<String, String> first = files(out.resolve("first"));
        assertThat(first)
                .containsKeys("suggestions.json", "patterns.json", "report.html", "who.ndjson")
                .hasSizeGreaterThan(5);
        assertThat(files(out.resolve("second"))).isEqualTo(first);
    }

    @Test
    void countsNothingTwiceWhenSourcesOverlap() throws IOException {
        // Given
        Path packed = Files.write(out.resolve("events.gz"), Damage.gzip(Files.readAllBytes(events)));
        analyze(out.resolve("one"), List.of(events));

        // When
        CommandRun run = analyze(out.resolve("three"), List.of(packed, recorder, events), "--stats");

        // Then
        assertThat(run.out()).containsPattern("\\d+ rows, 0 events, \\d+ known already");
        assertThat(Files.readString(out.resolve("three/suggestions.json")))
                .isEqualTo(Files.readString(out.resolve("one/suggestions.json")));
    }

    @Test
    void writesWhatTheContractsSay() throws IOException {
        // Given
        WireSchemas schemas = new WireSchemas();
        Path who = out.resolve("who.ndjson");

        // When
        analyze(out, List.of(events), "--attribution", who.toString());

        // Then
        String suggestions = Files.readString(out.resolve("suggestions.json"));
        assertThat(schemas.faults("file/suggestions", suggestions)).isEmpty();
        assertThat(schemas.faults("file/patterns", Files.readString(out.resolve("patterns.json"))))
                .isEmpty();
        try (Stream<String> lines = Files.lines(who)) {
            assertThat(lines.limit(500).flatMap(line -> schemas.faults("file/attribution", line).stream()))
                    .isEmpty();
        }
        assertThat(schemas.faults("file/suggestions", suggestions.replace("\"confidence\"", "\"konfidence\"")))
                .as("the schemas must see a fault")
                .isNotEmpty();
    }

    @Test
    void proposesAutomationsThatReadBackAsTheyWere() throws IOException {
        // When
        analyze(out, List.of(events));

        // Then
        JsonNode suggestions =
                JSON.readTree(out.resolve("suggestions.json").toFile()).path("suggestions");
        assertThat(suggestions).as("seed %s", SEED).isNotEmpty();
        for (JsonNode suggestion : suggestions) {
            Map<String, Object> tree = JSON.convertValue(suggestion.path("automation"), new TypeReference<>() {});
            Automation automation = AutomationTree.read(tree);
            assertThat(AutomationTree.read(AutomationTree.write(automation))).isEqualTo(automation);
            assertThat(AutomationYaml.read(out.resolve("automations/" + automation.id() + ".yaml")))
                    .containsExactly(automation);
        }
    }

    @Test
    void tellsTheCauseOfEachChangeInTheOrderOfTheInput() throws IOException {
        // Given
        List<String> expected = new ArrayList<>();
        HistorySources.open(events).read(event -> {
            if (event instanceof StateChange change) {
                expected.add(change.entityId() + " " + change.time());
            }
        });
        Path who = out.resolve("who.ndjson");

        // When
        analyze(out, List.of(events), "--attribution", who.toString());

        // Then
        List<String> told = new ArrayList<>();
        for (String line : Files.readAllLines(who)) {
            JsonNode cause = JSON.readTree(line);
            told.add(cause.path("entity_id").textValue() + " "
                    + cause.path("time").textValue());
        }
        assertThat(told).isEqualTo(expected);
        assertThat(Set.copyOf(told)).as("this log repeats lines").hasSizeLessThan(told.size());
    }

    @Test
    void readsTheExportOfTheHistoryPage() throws IOException {
        // Given
        Path csv = out.resolve("history.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(csv)) {
            writer.write("entity_id,state,last_changed\n");
            HistorySources.open(recorder).read(event -> {
                if (event instanceof StateChange change && change.after() != null) {
                    Damage.line(writer, change.entityId() + "," + change.after() + "," + change.time());
                }
            });
        }

        // When
        CommandRun run = analyze(out, List.of(csv));

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(JSON.readTree(out.resolve("suggestions.json").toFile()).path("suggestions"))
                .isNotEmpty();
    }

    @Test
    void writesNoMoreThanItsLimit() throws IOException {
        // When
        analyze(out, List.of(events), "--limit", "1");

        // Then
        assertThat(JSON.readTree(out.resolve("suggestions.json").toFile()).path("suggestions"))
                .hasSize(1);
        try (Stream<Path> yaml = Files.list(out.resolve("automations"))) {
            assertThat(yaml).hasSize(1);
        }
    }

    @Test
    void printsRowsSecondsAndMemoryWhenAsked() {
        // When
        CommandRun run = analyze(out, List.of(events), "--stats");

        // Then
        assertThat(run.out())
                .contains(events + ": ")
                .containsPattern("\\d+ rows, \\d+ events, \\d+ known already")
                .containsPattern("find and prove habits +[0-9.]+ s +\\d+ MiB");
    }

    private static CommandRun analyze(Path out, List<Path> sources, String... options) {
        List<String> arguments = new ArrayList<>(List.of("analyze", "--out", out.toString(), "--quiet"));
        arguments.addAll(List.of("--registry", home.resolve("registry.json").toString()));
        arguments.addAll(
                List.of("--automations", home.resolve("automations.yaml").toString()));
        arguments.addAll(List.of(options));
        sources.forEach(source -> arguments.add(source.toString()));
        return CommandRun.of(arguments).mustBeOk();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
