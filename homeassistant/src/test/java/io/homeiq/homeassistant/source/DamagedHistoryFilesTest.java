package io.homeiq.homeassistant.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.HomeEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are cut off, damaged, or no history at all. */
class DamagedHistoryFilesTest extends WithHistoryFiles {

    private static final long SEED = 11;
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

    @Test
    void keepsWhatStandsBeforeTheEndOfATruncatedGzipFile() throws Exception {
        // Given
        List<HomeEvent> events = LittleHome.events(SEED, START, 2_000);
        byte[] packed = gzip(lines(events));
        Path file = write("events.gz", Arrays.copyOf(packed, packed.length / 2));
        HistorySource source = HistorySources.open(file);

        // When / Then
        assertThatThrownBy(() -> source.read(read::add))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(SourceException.Kind.DAMAGED))
                .hasMessageContaining("events.gz: the gzip file is cut off after line")
                .hasMessageContaining("copy the file again");
        assertThat(read).hasSizeBetween(100, 1_999).isEqualTo(events.subList(0, read.size()));
    }

    @Test
    void keepsWhatStandsBeforeTheDamageOfAGzipFile() throws Exception {
        // Given
        byte[] packed = gzip(csv(3_000));
        Arrays.fill(packed, packed.length / 2, packed.length / 2 + 200, (byte) 0xFF);
        HistorySource source = HistorySources.open(write("history.csv.gz", packed));

        // When / Then
        assertThatThrownBy(() -> source.read(read::add))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("the gzip file is")
                .hasMessageContaining("after line");
        assertThat(read).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the file is empty",
                "'   '|no history that is understood",
                "hello world|no history that is understood",
                "[{\"entity_id\":\"light.a\"}]|a JSON list; write one event a line",
                "PK\u0003\u0004|a zip archive; unpack it",
                "when;what|no history that is understood"
            })
    void tellsWhatAFileIsInsteadOfHistory(String content, String expected) throws Exception {
        // Given
        Path file = write("file", content);

        // When / Then
        assertThatThrownBy(() -> HistorySources.open(file))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(SourceException.Kind.UNKNOWN_FORMAT))
                .hasMessageContaining(file + ": " + expected)
                .hasMessageNotContaining("\n");
    }

    @Test
    void tellsOfTextInAnotherEncoding() throws Exception {
        // Given
        Path file = write("file.csv", "entity_id,state,last_changed\n".getBytes(StandardCharsets.UTF_16));

        // When / Then
        assertThatThrownBy(() -> HistorySources.open(file))
                .isInstanceOf(SourceException.class)
                .hasMessage(file + ": the text is UTF-16; save it as UTF-8");
    }

    @Test
    void tellsOfAMissingFile() {
        // Given
        Path file = folder.resolve("nowhere");

        // When / Then
        assertThatThrownBy(() -> HistorySources.open(file))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(SourceException.Kind.MISSING))
                .hasMessage(file + ": no such file; check the path");
    }

    @Test
    void namesTheDatabaseInAFolder() throws Exception {
        // Given
        write("home-assistant_v2.db", "");

        // When / Then
        assertThatThrownBy(() -> HistorySources.open(folder))
                .isInstanceOf(SourceException.class)
                .hasMessage(folder + ": a folder; name the file in it, " + folder.resolve("home-assistant_v2.db"));
    }

    @Test
    void doesNotTakeAnEmptyGzipFileForHistory() throws Exception {
        // Given
        Path file = write("empty.gz", gzip(""));

        // When / Then
        assertThatThrownBy(() -> HistorySources.open(file))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("the file is empty");
    }

    private static String csv(int rows) {
        StringBuilder text = new StringBuilder("entity_id,state,last_changed\n");
        for (int i = 0; i < rows; i++) {
            text.append("sensor.a,")
                    .append(i * 31 % 1_000)
                    .append(',')
                    .append(START.plusSeconds(i))
                    .append('\n');
        }
        return text.toString();
    }
}
