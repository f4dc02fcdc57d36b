package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code homeiq analyze} makes of histories that no home should have, and some have: the habit that is there, none
 * beside it, and a note in the report.
 */
class AnalyzeStrangeHistoryIT {

    private static final Instant FIRST = Instant.parse("2026-01-05T00:00:00Z");

    /** What a clock shows before anybody sets it; what is still older is left out by the reader of the file. */
    private static final Instant NOT_SET = Instant.parse("2001-01-01T00:00:00Z");

    /** Beyond what any entity of a home does on a day. */
    private static final int BUSY_CHANGES = 120_000;

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(20_261_128);
    private final List<Row> rows = new ArrayList<>();

    private record Row(String entity, String state, Instant time) {}

    @Test
    void aSwitchThatNeverRestsMakesNoHabitAndHidesNone() throws IOException {
        // Given
        live(0, 40);
        busy("switch.loose_contact", 20, "on", "off");

        // When
        CommandRun run = analyze();

        // Then
        assertPorchAlone(run);
        assertNoted("switch.loose_contact changed 120,000 times on one day: no habit is learned from it.");
    }

    @Test
    void aSensorThatNeverRestsMakesNoHabitAndHidesNone() throws IOException {
        // Given
        live(0, 40);
        busy("sensor.power", 39, "12", "812", "77");

        // When
        CommandRun run = analyze();

        // Then
        assertPorchAlone(run);
        assertNoted("sensor.power changed 120,000 times on one day: only its larger steps are kept.");
    }

    @Test
    void aClockThatIsYearsAheadForAWhileTakesNothingFromTheRest() throws IOException {
        // Given
        live(0, 40);
        row("light.hall", "on", at(4_000, 10));
        row("light.hall", "off", at(4_000, 11));

        // When
        CommandRun run = analyze();

        // Then
        assertPorchAlone(run);
        assertNoted("Nothing was recorded from 2026-02-14 to 2036-12-17.");
    }

    @Test
    void aClockThatWasNotSetYetTakesNothingFromTheRest() throws IOException {
        // Given
        row("light.hall", "on", NOT_SET.plusSeconds(60));
        row("light.hall", "off", NOT_SET.plusSeconds(70));
        live(0, 40);

        // When
        CommandRun run = analyze();

        // Then
        assertPorchAlone(run);
        assertNoted("2 changes lie so many years from the others that the clock must have been wrong");
    }

    @Test
    void yearsOfGapsAreNoDaysOfTheHome() throws IOException {
        // Given
        live(0, 25);
        live(800, 825);
        row("light.hall", "on", at(3, 10));

        // When
        CommandRun run = analyze();

        // Then
        assertPorchAlone(run);
        assertNoted("Nothing was recorded from 2026-01-30 to 2028-03-14.");
    }

    @Test
    void tenThousandEntitiesAreTakenIn() throws IOException {
        // Given
        live(0, 30);
        for (int entity = 0; entity < 10_000; entity++) {
            Instant time = at(random.nextInt(30), 8).plusSeconds(random.nextInt(50_000));
            row("light.x" + entity, "on", time);
            row("light.x" + entity, "off", time.plusSeconds(30 + random.nextInt(4_000)));
        }

        // When
        CommandRun run = analyze();

        // Then
        assertPorchAlone(run);
        assertNoted("10,001 entities are in the history, more than homes have");
    }

    @Test
    void aHomeWithOneEntityHasItsHabit() throws IOException {
        // Given
        live(0, 30);

        // When
        CommandRun run = analyze();

        // Then
        assertPorchAlone(run);
        assertNoted("Only light.porch is in the history");
    }

    @Test
    void whereNobodyDoesAnythingThereIsNothingToLearn() throws IOException {
        // Given
        for (int hour = 0; hour < 24 * 40; hour++) {
            Instant time = FIRST.plus(Duration.ofHours(hour));
            row("sensor.outdoor", String.valueOf(hour % 24), time);
            row("binary_sensor.hall_motion", hour % 2 == 0 ? "on" : "off", time.plusSeconds(7));
        }

        // When
        CommandRun run = analyze();

        // Then
        assertNothing(run);
        assertNoted("No act of a person in 40 days: nothing can be learned.");
    }

    @Test
    void whereAllIsUnavailableThatIsSaid() throws IOException {
        // Given
        for (int day = 0; day < 40; day++) {
            for (String entity : List.of("light.porch", "light.hall", "sensor.outdoor")) {
                row(entity, "unavailable", at(day, 6));
                row(entity, "unknown", at(day, 7));
            }
        }

        // When
        CommandRun run = analyze();

        // Then
        assertNothing(run);
        assertNoted("No entity was ever available");
    }

    /** The porch is lit around nine each evening, and is put out at any time before midnight. */
    private void live(int firstDay, int endDay) {
        for (int day = firstDay; day < endDay; day++) {
            row("light.porch", "on", at(day, 21).plusSeconds(random.nextInt(-300, 300)));
            row("light.porch", "off", at(day, 22).plusSeconds(random.nextInt(6_000)));
        }
    }

    private void busy(String entity, int day, String... states) {
        for (int i = 0; i < BUSY_CHANGES; i++) {
            row(entity, states[i % states.length], at(day, 0).plusMillis(i * 86_400_000L / BUSY_CHANGES));
        }
    }

    private static Instant at(int day, int hour) {
        return FIRST.plus(day, ChronoUnit.DAYS).plus(hour, ChronoUnit.HOURS);
    }

    private void row(String entity, String state, Instant time) {
        rows.add(new Row(entity, state, time));
    }

    private CommandRun analyze() throws IOException {
        List<String> lines = new ArrayList<>(List.of("entity_id,state,last_changed"));
        rows.stream()
                .sorted(Comparator.comparing(Row::time))
                .map(row -> row.entity() + "," + row.state() + "," + row.time())
                .forEach(lines::add);
        Path events = Files.write(folder.resolve("events.csv"), lines);
        return CommandRun.of(List.of(
                "analyze",
                "--quiet",
                "--time-zone",
                "UTC",
                "--out",
                folder.resolve("out").toString(),
                events.toString()));
    }

    private static void assertPorchAlone(CommandRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 habit proven").contains("Turn on Porch");
    }

    private static void assertNothing(CommandRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("0 habits proven");
    }

    /** For people and for programs. */
    private void assertNoted(String note) {
        assertThat(folder.resolve("out/report.html")).content().contains(note);
        assertThat(folder.resolve("out/patterns.json")).content().contains(note);
    }
}
