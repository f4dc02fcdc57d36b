package io.homeiq.homeassistant.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.HistorySources;
import io.homeiq.homeassistant.source.LittleHome;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that are written and read back, on a real disk. */
class RecorderWriterIT {

    private static final long SEED = 21;
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
    private static final EntityId HALL = new EntityId("light.hall");

    @TempDir
    Path folder;

    private final List<HomeEvent> read = new ArrayList<>();

    @Test
    void isReadBackEqual() {
        // Given more events than a page and a transaction hold
        List<HomeEvent> events = LittleHome.events(SEED, START, 25_000);
        Path database = folder.resolve("new.db");

        // When
        RecorderWriter.write(database, events);

        // Then
        SourceReport report = HistorySources.open(database).read(read::add);
        assertThat(read).as("seed %s", SEED).isEqualTo(events);
        assertThat(report.rows()).isEqualTo(events.size());
        assertThat(report.skipped()).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**-{wal,shm,part}");
    }

    @Test
    void isTheSameBytesForTheSameEvents() throws Exception {
        // Given
        List<HomeEvent> events = LittleHome.events(SEED, START, 500);

        // When
        RecorderWriter.write(folder.resolve("one.db"), events);
        RecorderWriter.write(folder.resolve("two.db"), events.stream());

        // Then
        assertThat(folder.resolve("one.db")).hasSameBinaryContentAs(folder.resolve("two.db"));
    }

    @Test
    void putsLateEventsInTheirPlaceAndLeavesOutRepeatedOnes() {
        // Given
        StateChange on = change(null, "on", 0);
        StateChange off = change("on", "off", 30);
        StateChange onAgain = change("off", "on", 59);

        // When
        RecorderWriter.write(folder.resolve("new.db"), List.of(on, onAgain, off, on, off));

        // Then
        HistorySources.open(folder.resolve("new.db")).read(read::add);
        assertThat(read).containsExactly(on, off, onAgain);
    }

    @Test
    void refusesEventsThatAreTooLateAndLeavesNothingBehind() {
        // Given
        List<HomeEvent> events = List.of(change(null, "on", 0), change("on", "off", 300), change("on", "off", 10));

        // When / Then
        assertThatThrownBy(() -> RecorderWriter.write(folder.resolve("new.db"), events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 60 s late");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void neverTouchesADatabaseThatIsThere() throws Exception {
        // Given
        Path database = Files.writeString(folder.resolve("home-assistant_v2.db"), "precious");

        // When / Then
        assertThatThrownBy(() -> RecorderWriter.write(database, List.of()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("is there already");
        assertThat(database).hasContent("precious");
    }

    @Test
    void tellsOfAFolderThatIsMissing() {
        // Given
        Path database = folder.resolve("nowhere").resolve("new.db");

        // When / Then
        assertThatThrownBy(() -> RecorderWriter.write(database, List.of()))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(database + ": cannot be written")
                .hasMessageNotContaining("\n");
    }

    @Test
    void keepsForeignContextsTogether() {
        // Given
        Context cause = new Context("c-1", "c-0", "ann");
        StateChange first = new StateChange(HALL, null, "on", Attributes.NONE, START, cause);
        StateChange second = new StateChange(HALL, "on", "off", Attributes.NONE, START.plusSeconds(1), cause);

        // When
        RecorderWriter.write(folder.resolve("new.db"), List.of(first, second));

        // Then
        HistorySources.open(folder.resolve("new.db")).read(read::add);
        assertThat(read.getFirst().context()).isEqualTo(read.getLast().context());
        assertThat(read.getFirst().context().isKnown()).isTrue();
    }

    private static StateChange change(String before, String after, int second) {
        return new StateChange(HALL, before, after, Attributes.NONE, START.plusSeconds(second), Context.UNKNOWN);
    }
}
