package io.homeiq.data.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.data.RunningData;
import io.homeiq.data.Samples;
import io.homeiq.homeassistant.recorder.RecorderWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportIT {

    private static final List<HomeEvent> EVENTS = Samples.events(500, Samples.START);

    @TempDir
    Path folder;

    @TempDir
    Path files;

    private RunningData data;

    @BeforeEach
    void start() {
        data = new RunningData(folder);
    }

    @AfterEach
    void stop() {
        data.close();
    }

    @Test
    void readsLinesOfEvents() {
        // When
        HttpResponse<String> response = data.importText(files, "events.ndjson", Samples.ndjson(EVENTS));

        // Then
        JsonNode answer = data.parse(response);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(answer.path("state").asText()).isEqualTo("done");
        assertThat(answer.path("source").asText()).isEqualTo("events.ndjson");
        assertThat(answer.path("added").asInt()).isEqualTo(EVENTS.size());
        assertThat(answer.path("duplicates").asInt()).isZero();
        assertThat(answer.path("last_seq").asInt()).isEqualTo(EVENTS.size());
        assertThat(data.getJson("/api/v1/events/stats").path("total_events").asInt())
                .isEqualTo(EVENTS.size());
    }

    @Test
    void readsTheCsvOfTheHistoryPage() {
        // When
        HttpResponse<String> response = data.importText(files, "history.csv", """
                entity_id,state,last_changed
                light.hall,on,2026-03-01T06:45:02.000Z
                light.hall,off,2026-03-01T07:45:02.000Z
                light.hall
                """);

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(data.parse(response).path("added").asInt()).isEqualTo(2);
        assertThat(data.parse(response).path("skipped").asInt()).isEqualTo(1);
        assertThat(data.parse(response).path("start").asText()).isEqualTo("2026-03-01T06:45:02Z");
    }

    @Test
    void readsARecorderDatabase() {
        // Given
        Path database = files.resolve("home-assistant_v2.db");
        RecorderWriter.write(database, EVENTS);

        // When
        HttpResponse<String> response = data.importFile(database);

        // Then
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(data.parse(response).path("added").asInt()).isGreaterThanOrEqualTo(EVENTS.size() - 1);
    }

    @Test
    void countsWhatIsImportedTwiceOnce() throws IOException {
        // Given
        data.importText(files, "events.ndjson", Samples.ndjson(EVENTS));
        Path packed = Files.write(files.resolve("again.gz"), gzip(Samples.ndjson(EVENTS)));

        // When
        JsonNode second = data.parse(data.importFile(packed));

        // Then
        assertThat(second.path("added").asInt()).isZero();
        assertThat(second.path("duplicates").asInt()).isEqualTo(EVENTS.size());
        assertThat(data.getJson("/api/v1/events/stats").path("total_events").asInt())
                .isEqualTo(EVENTS.size());
    }

    @Test
    void tellsTheBusWhatWasImported() {
        // When
        data.importText(files, "events.ndjson", Samples.ndjson(EVENTS));

        // Then
        await().untilAsserted(() -> assertThat(data.announced(HistoryImported.class))
                .singleElement()
                .satisfies(imported -> {
                    assertThat(imported.source()).isEqualTo("events.ndjson");
                    assertThat(imported.added()).isEqualTo(EVENTS.size());
                    assertThat(imported.lastSeq()).isEqualTo(EVENTS.size());
                }));
    }

    @Test
    void answersAtOnceIfAskedToAndShowsTheProgress() throws IOException {
        // Given
        Path file = Files.writeString(files.resolve("events.ndjson"), Samples.ndjson(EVENTS));

        // When
        HttpResponse<String> response = data.importFile(file, "Prefer", "respond-async");

        // Then
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(response.statusCode()).isEqualTo(202);
        await().untilAsserted(() ->
                assertThat(data.getJson(location).path("state").asText()).isEqualTo("done"));
        assertThat(data.getJson(location).path("added").asInt()).isEqualTo(EVENTS.size());
        assertThat(data.getJson("/api/v1/imports").path("imports")).hasSize(1);
    }

    @Test
    void saysWhatAndWhereIsWrongWithADamagedFileAndKeepsWhatWasRead() throws IOException {
        // Given
        byte[] whole = gzip(Samples.ndjson(Samples.events(20_000, Samples.START)));
        Path cut = Files.write(files.resolve("cut.ndjson.gz"), Arrays.copyOf(whole, whole.length / 2));

        // When
        HttpResponse<String> response = data.importFile(cut);

        // Then
        JsonNode problem = data.parse(response);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(problem.path("type").asText()).isEqualTo("urn:homeiq:problem:unreadable_content");
        assertThat(problem.path("detail").asText())
                .startsWith("cut.ndjson.gz")
                .contains("line")
                .doesNotContain(folder.toString());
        Matcher lines = Pattern.compile("after line (\\d+)")
                .matcher(problem.path("detail").asText());
        assertThat(lines.find()).isTrue();
        assertThat(problem.path("added").asInt()).isEqualTo(Integer.parseInt(lines.group(1)));
        assertThat(data.getJson("/api/v1/events/stats").path("total_events").asInt())
                .isEqualTo(problem.path("added").asInt());
    }

    @Test
    void saysWhatAFileWithoutHistoryIs() {
        // When
        HttpResponse<String> response = data.importText(files, "note.txt", "hello");

        // Then
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(data.parse(response).path("detail").asText())
                .startsWith("note.txt: ")
                .contains("no history that is understood");
    }

    @Test
    void refusesAFileOfWhichNoRowIsUnderstood() {
        // When
        HttpResponse<String> response = data.importText(files, "history.csv", """
                entity_id,state,last_changed
                light.hall,on,yesterday
                light.hall,off,2026-13-45T07:45:02.000Z
                """);

        // Then
        JsonNode problem = data.parse(response);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(problem.path("detail").asText())
                .startsWith("history.csv: none of its 2 rows is understood")
                .contains("2 impossible time");
        assertThat(problem.at("/skipped_by_reason/impossible time").asInt()).isEqualTo(2);
        assertThat(data.announced(HistoryImported.class)).isEmpty();
    }

    @Test
    void leavesNoFileBehind() {
        // When
        data.importText(files, "events.ndjson", Samples.ndjson(EVENTS));
        data.importText(files, "note.txt", "hello");

        // Then
        assertThat(folder.resolve("imports")).isEmptyDirectory();
    }

    @Test
    void knowsNoImportThatNeverWas() {
        assertThat(data.get("/api/v1/imports/7").statusCode()).isEqualTo(404);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
