package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code homeiq analyze} says to files and options that it cannot use: one line each that names what, where and why. */
class AnalyzeBadInputIT {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int PARTIAL = 3;

    @TempDir
    static Path sample;

    private static Path events;
    private static Path recorder;

    @TempDir
    Path folder;

    @BeforeAll
    static void simulate() {
        CommandRun.of(List.of(
                        "simulate",
                        "--sample",
                        "--days",
                        "10",
                        "--seed",
                        "1",
                        "--sensors",
                        "0",
                        "--out",
                        sample.toString()))
                .mustBeOk();
        events = sample.resolve("home-1/events.ndjson");
        recorder = sample.resolve("home-1/home-assistant_v2.db");
    }

    @Test
    void namesAMissingFile() {
        // Given
        Path missing = folder.resolve("missing.ndjson");

        // When
        CommandRun run = analyze(missing);

        // Then
        assertToldOnce(run, FAILED, missing);
    }

    @Test
    void leavesAnEarlierResultAloneWhenNothingCouldBeRead() throws IOException {
        // Given
        analyze(events);
        byte[] earlier = Files.readAllBytes(folder.resolve("out/suggestions.json"));

        // When
        CommandRun run = analyze(folder.resolve("mistyped.ndjson"));

        // Then
        assertThat(run.exitCode()).isEqualTo(FAILED);
        assertThat(run.out()).doesNotContain("report.html");
        assertThat(folder.resolve("out/suggestions.json")).hasBinaryContent(earlier);
    }

    @Test
    void keepsWhatStandsBeforeTheBreakInAPackedFile() throws IOException {
        // Given
        byte[] packed = Damage.gzip(Files.readAllBytes(events));
        Path broken = Files.write(folder.resolve("broken.gz"), Arrays.copyOf(packed, packed.length / 2));

        // When
        CommandRun run = analyze(broken);

        // Then
        assertToldOnce(run, PARTIAL, broken);
        assertThat(run.out()).doesNotContain(" in 0 events");
        assertThat(folder.resolve("out/suggestions.json")).exists();
    }

    @Test
    void goesOnWithTheOtherSources() throws IOException {
        // Given
        Path broken = Files.write(folder.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});

        // When
        CommandRun run = analyze(broken, events);

        // Then
        assertToldOnce(run, PARTIAL, broken);
        assertThat(run.out()).doesNotContain(" in 0 events");
    }

    @Test
    void namesADatabaseThatIsCutOff() throws IOException {
        // Given
        byte[] whole = Files.readAllBytes(recorder);
        Path cut = Files.write(folder.resolve("cut.db"), Arrays.copyOf(whole, whole.length / 2));

        // When
        CommandRun run = analyze(cut);

        // Then
        assertThat(run.exitCode()).as(run.err()).isIn(FAILED, PARTIAL);
        assertThat(linesOn(run, cut)).hasSize(1);
    }

    @Test
    void namesADatabaseOfAnOlderHomeAssistant() throws IOException, SQLException {
        // Given
        Path old = Files.copy(recorder, folder.resolve("old.db"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE schema_changes SET schema_version = 30");
        }

        // When
        CommandRun run = analyze(old);

        // Then
        assertToldOnce(run, FAILED, old);
        assertThat(run.err()).contains("30", "43");
    }

    @Test
    void refusesATimeZoneThatIsNone() {
        // When
        CommandRun run = analyze(events, "--time-zone", "Europe/Amsterdamm");

        // Then
        assertThat(run.exitCode()).isEqualTo(USAGE);
        assertThat(run.err()).contains("--time-zone", "Europe/Amsterdamm", "such as Europe/Amsterdam");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void refusesToRunWithoutASource() {
        // When
        CommandRun run = CommandRun.of(List.of("analyze", "--out", folder.toString()));

        // Then
        assertThat(run.exitCode()).isEqualTo(USAGE);
        assertThat(run.err()).contains("SOURCE");
    }

    @Test
    void saysThatItCannotWriteTheResults() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        // When
        CommandRun run = CommandRun.of(List.of(
                "analyze",
                events.toString(),
                "--quiet",
                "--time-zone",
                "UTC",
                "--out",
                file.resolve("out").toString()));

        // Then
        assertThat(run.exitCode()).isEqualTo(FAILED);
        assertThat(run.err().lines()).as(run.err()).singleElement().asString().contains(file.toString());
    }

    @Test
    void namesAnEmptyFile() throws IOException {
        // Given
        Path empty = Files.createFile(folder.resolve("empty.ndjson"));

        // When
        CommandRun run = analyze(empty);

        // Then
        assertToldOnce(run, FAILED, empty);
    }

    @Test
    void refusesAFileOfWhichNoRowIsUnderstood() throws IOException {
        // Given
        Path impossible = Files.writeString(
                folder.resolve("impossible.csv"), "entity_id,state,last_changed\nlight.hall,on,2026-13-45T00:00:00Z\n");

        // When
        CommandRun run = analyze(impossible);

        // Then
        assertToldOnce(run, FAILED, impossible);
        assertThat(run.err()).contains("none of its 1 rows is understood (1 impossible time)");
    }

    @Test
    void tellsWhichRowsItLeftOut() throws IOException {
        // Given
        String whole = Files.readString(events);
        Path cut = Files.writeString(folder.resolve("cut.ndjson"), whole.substring(0, whole.length() - 40));

        // When
        CommandRun run = analyze(cut);

        // Then
        assertToldOnce(run, OK, cut);
        assertThat(run.err()).contains("1 of ", " rows left out (1 last line cut off)");
    }

    @Test
    void refusesHalfAPlace() {
        // When
        CommandRun run = analyze(events, "--latitude", "52");

        // Then
        assertThat(run.exitCode()).isEqualTo(USAGE);
        assertThat(run.err()).contains("--latitude and --longitude are only of use together");
    }

    @Test
    void isSilentWithANoteAboutAHomeInWhichNobodyActs() throws IOException {
        // Given
        List<String> lines = new ArrayList<>();
        for (int hour = 0; hour < 24 * 20; hour++) {
            lines.add("sensor.outdoor," + hour % 7 + ","
                    + Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * hour));
        }
        lines.addFirst("entity_id,state,last_changed");
        Path quiet = Files.write(folder.resolve("quiet.csv"), lines, StandardCharsets.UTF_8);

        // When
        CommandRun run = analyze(quiet);

        // Then
        assertThat(run.exitCode()).as(run.err()).isEqualTo(OK);
        assertThat(run.out()).contains("0 habits proven");
        assertThat(run.err()).isNotBlank();
        assertThat(folder.resolve("out/suggestions.json")).content().contains("\"suggestions\" : [ ]");
    }

    private CommandRun analyze(Path source, Path other) {
        return analyze(List.of(source.toString(), other.toString(), "--time-zone", "UTC"));
    }

    private CommandRun analyze(Path source, String... options) {
        List<String> arguments = new ArrayList<>(List.of(source.toString()));
        arguments.addAll(options.length == 0 ? List.of("--time-zone", "UTC") : List.of(options));
        return analyze(arguments);
    }

    private CommandRun analyze(List<String> arguments) {
        List<String> all = new ArrayList<>(
                List.of("analyze", "--quiet", "--out", folder.resolve("out").toString()));
        all.addAll(arguments);
        return CommandRun.of(all);
    }

    private static void assertToldOnce(CommandRun run, int exitCode, Path file) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(linesOn(run, file)).as(run.err()).hasSize(1);
        assertThat(run.err()).doesNotContain("Exception", "unexpected failure");
    }

    private static List<String> linesOn(CommandRun run, Path file) {
        return run.err().lines().filter(line -> line.contains(file.toString())).toList();
    }
}
