package io.homeiq.homeassistant.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Text files of history. */
class HistoryFilesTest extends WithHistoryFiles {

    private static final long SEED = 11;
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

    @Test
    void readsLinesOfEvents() throws Exception {
        // Given
        List<HomeEvent> events = LittleHome.events(SEED, START, 500);
        Path file = write("whatever.txt", lines(events));

        // When
        SourceReport report = HistorySources.open(file).read(read::add);

        // Then
        assertThat(read).isEqualTo(events);
        assertThat(report)
                .isEqualTo(new SourceReport(
                        500,
                        500,
                        new TreeMap<>(),
                        events.getFirst().time(),
                        events.getLast().time()));
    }

    @Test
    void readsPackedLinesWithByteOrderMarkAndCarriageReturns() throws Exception {
        // Given
        List<HomeEvent> events = LittleHome.events(SEED, START, 50);
        String text = "\uFEFF" + lines(events).replace("\n", "\r\n") + "\r\n \r\n";
        Path file = write("events", gzip(text));

        // When
        SourceReport report = HistorySources.open(file).read(read::add);

        // Then
        assertThat(read).isEqualTo(events);
        assertThat(report.rows()).isEqualTo(50);
    }

    @Test
    void canBeReadAgain() throws Exception {
        // Given
        HistorySource source = HistorySources.open(write("events", lines(LittleHome.events(SEED, START, 20))));
        SourceReport first = source.read(event -> {});

        // When
        SourceReport second = source.read(read::add);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(read).hasSize(20);
        assertThat(source.name()).isEqualTo("events");
    }

    @Test
    void countsBadLinesByTheirReason() throws Exception {
        // Given
        String good = lines(LittleHome.events(SEED, START, 3));
        String text = good
                + "oops\n"
                + "{\"event_type\":\"panels_updated\",\"data\":{},\"time_fired\":\"2026-03-01T06:45:02Z\"}\n"
                + "{\"event_type\":\"panels_updated\",\"data\":{},\"time_fired\":\"2026-03-01T06:45:02Z\"}\n"
                + "{\"x\":\"" + "y".repeat(ByteLines.MAX_LINE) + "\"}\n"
                + good
                + "{\"event_type\":\"homeassistant_start\",\"data\":{},\"time_fi";
        Path file = write("events", text);

        // When
        SourceReport report = HistorySources.open(file).read(read::add);

        // Then
        assertThat(read).hasSize(6);
        assertThat(report.rows()).isEqualTo(11);
        assertThat(report.events()).isEqualTo(6);
        assertThat(report.skipped())
                .containsExactly(
                        Map.entry("invalid JSON", 1L),
                        Map.entry("last line cut off", 1L),
                        Map.entry("line too long", 1L),
                        Map.entry("unknown event type", 2L));
    }

    @Test
    void sortsStatesThatAreGroupedByEntity() throws Exception {
        // Given
        String text = """
                {"entity_id":"light.a","state":"on","last_changed":"2026-03-01T06:00:00Z"}
                {"entity_id":"light.a","state":"off","last_changed":"2026-03-01T08:00:00Z"}
                {"entity_id":"light.b","state":"on","last_changed":"2026-03-01T07:00:00Z"}
                """;

        // When
        HistorySources.open(write("states", text)).read(read::add);

        // Then
        assertThat(read)
                .containsExactly(
                        state("light.a", null, "on", 6),
                        state("light.b", null, "on", 7),
                        state("light.a", "on", "off", 8));
    }

    @Test
    void readsTheHistoryPagesExport() throws Exception {
        // Given
        String text = """
                \uFEFFentity_id,state,last_changed
                light.a,on,2026-03-01T06:00:00.000Z
                light.a,off,2026-03-01T09:00:00.000Z
                media_player.tv,"News, ""live""
                at 9",2026-03-01T07:00:00.000Z
                media_player.tv,Tea, milk and sugar,2026-03-01T08:00:00.000Z

                """.replace("\n", "\r\n");

        // When
        SourceReport report = HistorySources.open(write("history.csv", text)).read(read::add);

        // Then
        assertThat(read)
                .containsExactly(
                        state("light.a", null, "on", 6),
                        state("media_player.tv", null, "News, \"live\"\r\nat 9", 7),
                        state("media_player.tv", "News, \"live\"\r\nat 9", "Tea, milk and sugar", 8),
                        state("light.a", "on", "off", 9));
        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.first()).isEqualTo(Instant.parse("2026-03-01T06:00:00Z"));
        assertThat(report.last()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
    }

    @Test
    void countsBadRowsOfAnExport() throws Exception {
        // Given
        String text = """
                entity_id,state,last_changed
                light.a,on,2026-03-01T06:00:00Z
                light.a,on
                Light A,on,2026-03-01T06:00:00Z
                light.a,on,yesterday
                light.a,,2026-03-01T06:00:00Z
                light.a,on,1955-11-05T06:00:00Z
                """;

        // When
        SourceReport report = HistorySources.open(write("history.csv", text)).read(read::add);

        // Then
        assertThat(report.events()).isEqualTo(1);
        assertThat(report.skipped())
                .containsExactly(
                        Map.entry("impossible entity_id", 1L),
                        Map.entry("impossible time", 2L),
                        Map.entry("no state", 1L),
                        Map.entry("not three columns", 1L));
    }

    private static StateChange state(String entity, String before, String after, int hour) {
        Instant time = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(hour * 3_600L);
        return new StateChange(new EntityId(entity), before, after, Attributes.NONE, time, Context.UNKNOWN);
    }
}
