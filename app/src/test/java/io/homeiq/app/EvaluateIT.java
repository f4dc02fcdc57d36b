package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.file.TruthFile;
import io.homeiq.contracts.json.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code homeiq evaluate} and the homes that {@code homeiq simulate} writes for others to measure on. */
class EvaluateIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEED = "77";

    @TempDir
    Path out;

    @Test
    void writesOneTableAndAFileOnEachHome() throws IOException {
        // Given
        Path table = out.resolve("table.json");
        Path details = out.resolve("details");

        // When
        CommandRun run = CommandRun.of(List.of(
                "evaluate",
                "--homes",
                "2",
                "--null",
                "1",
                "--days",
                "30",
                "--seed",
                SEED,
                "--json",
                table.toString(),
                "--details",
                details.toString()));

        // Then
        JsonNode json = JSON.readTree(table.toFile());
        assertThat(json.path("bench_version").asInt()).isEqualTo(2);
        assertThat(json.path("homes").asInt()).isEqualTo(2);
        assertThat(json.path("rows").findValuesAsText("what"))
                .contains("precision of suggestions", "suggestions a null home")
                .anySatisfy(what -> assertThat(what).startsWith("time_of_day: "));
        assertThat(run.out().lines()).anySatisfy(line -> assertThat(line).startsWith("HomePatternBench version 2"));
        assertThat(Files.readString(out.resolve("table.md"))).startsWith("| measure | value |");
        try (Stream<Path> files = Files.list(details)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("home-1.txt", "home-2.txt", "null-1.txt");
        }
    }

    @Test
    void theSameSeedGivesTheSameTable() throws IOException {
        // When
        JsonNode first = rows("first.json", "1");
        JsonNode second = rows("second.json", "2");

        // Then
        assertThat(second).isEqualTo(first);
    }

    private JsonNode rows(String name, String jobs) throws IOException {
        Path table = out.resolve(name);
        CommandRun.of(List.of(
                "evaluate",
                "--homes",
                "2",
                "--null",
                "1",
                "--days",
                "20",
                "--seed",
                SEED,
                "--jobs",
                jobs,
                "--json",
                table.toString()));
        return JSON.readTree(table.toFile()).path("rows");
    }

    @Test
    void whatIsMinedInMemoryIsWhatAnalyzeProposes() throws IOException {
        // Given
        Path details = out.resolve("details");
        CommandRun.of(List.of(
                "evaluate",
                "--homes",
                "1",
                "--null",
                "0",
                "--days",
                "40",
                "--seed",
                SEED,
                "--details",
                details.toString()));
        CommandRun.of(List.of("simulate", "--days", "40", "--seed", SEED, "--out", out.toString()))
                .mustBeOk();
        Path home = out.resolve("home-1");

        // When
        CommandRun.of(List.of(
                        "analyze",
                        home.resolve("events.ndjson").toString(),
                        "--registry",
                        home.resolve("registry.json").toString(),
                        "--automations",
                        home.resolve("automations.yaml").toString(),
                        "--quiet",
                        "--out",
                        out.resolve("result").toString()))
                .mustBeOk();

        // Then
        JsonNode suggestions =
                JSON.readTree(out.resolve("result/suggestions.json").toFile()).path("suggestions");
        List<String> proposed = Files.readAllLines(details.resolve("home-1.txt")).stream()
                .filter(line -> line.matches("(RIGHT|DOUBLE|NEUTRAL|WRONG) .*"))
                .toList();
        assertThat(proposed).hasSameSizeAs(suggestions);
        for (JsonNode suggestion : suggestions) {
            assertThat(proposed)
                    .anySatisfy(line ->
                            assertThat(line).contains(suggestion.path("title").asText()));
        }
    }

    @Test
    void truthTellsRoutinesOccurrencesAndCauses() throws IOException {
        // When
        CommandRun.of(List.of(
                        "simulate",
                        "--homes",
                        "2",
                        "--null-share",
                        "0.5",
                        "--days",
                        "30",
                        "--seed",
                        SEED,
                        "--out",
                        out.toString()))
                .mustBeOk();

        // Then
        TruthFile routines = truth("home-1");
        assertThat(routines.nullHome()).isFalse();
        assertThat(routines.benchVersion()).isEqualTo(2);
        assertThat(routines.planted())
                .isNotEmpty()
                .anySatisfy(planted -> assertThat(planted.occurrences()).isNotEmpty());
        assertThat(routines.causes())
                .anySatisfy(cause -> assertThat(cause.routine()).isNotNull());
        assertThat(truth("home-2").nullHome()).isTrue();
        assertThat(truth("home-2").planted()).isEmpty();
    }

    private TruthFile truth(String home) throws IOException {
        return new WireJson().read(Files.readAllBytes(out.resolve(home).resolve("truth.json")), TruthFile.class);
    }

    @Test
    void aWrongNumberOfHomesIsAWrongCommand() {
        // When
        CommandRun run = CommandRun.of(List.of("evaluate", "--homes", "-1"));

        // Then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("an evaluation needs");
    }
}
