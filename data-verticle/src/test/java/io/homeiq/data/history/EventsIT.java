package io.homeiq.data.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.data.RunningData;
import io.homeiq.data.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsIT {

    private static final int MANY = 100_000;
    private static final List<HomeEvent> EVENTS = Samples.events(300, Samples.START);

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
    void listsTheNewestFirst() {
        // Given
        load(EVENTS);

        // When
        JsonNode events = data.getJson("/api/v1/events?limit=5");

        // Then
        assertThat(events).hasSize(5);
        assertThat(events.get(0).path("timestamp").asText())
                .isEqualTo(EVENTS.getLast().time().toString());
        assertThat(events.get(0).path("entity_id").asText()).isEqualTo("light.porch");
        assertThat(events.get(0).path("event_type").asText()).isEqualTo("state_changed");
        assertThat(events.get(0).path("new_state").path("state").asText()).isEqualTo("off");
        assertThat(events.get(0).path("old_state").path("state").asText()).isEqualTo("on");
        assertThat(events.get(0).path("attributes").path("brightness").asInt()).isEqualTo(200);
        assertThat(events.get(0).path("tags").path("domain").asText()).isEqualTo("light");
    }

    @Test
    void filtersByEntityTimeAndType() {
        // Given
        load(EVENTS);

        // Then
        assertThat(ids("/api/v1/events?entity_id=light.hall&limit=1000")).hasSize(99);
        assertThat(ids("/api/v1/events?event_type=homeassistant_start")).hasSize(1);
        assertThat(ids("/api/v1/events?event_type=call_service")).isEmpty();
        assertThat(data.getJson(
                        "/api/v1/events?limit=1000&start_time=2026-03-01T06:01:00Z&end_time=2026-03-01T06:02:00Z"))
                .hasSize(60)
                .allSatisfy(
                        event -> assertThat(event.path("timestamp").asText()).startsWith("2026-03-01T06:01:"));
        assertThat(ids("/api/v1/events?entity_id=light.hall&after_seq=0&limit=1000"))
                .hasSize(99);
    }

    @Test
    void filtersByAreaAndDevice() {
        // Given
        load(EVENTS);
        data.post("/api/v1/registry", "application/json", """
                {"areas": [{"area_id": "entrance", "name": "Entrance"}],
                 "devices": [{"id": "d1", "area_id": "entrance"}],
                 "entities": [{"entity_id": "light.hall", "device_id": "d1"}]}""");

        // Then
        assertThat(ids("/api/v1/events?area_id=entrance&limit=1000")).hasSize(99);
        assertThat(ids("/api/v1/events?device_id=d1&entity_id=light.porch")).isEmpty();
        assertThat(ids("/api/v1/events?area_id=nowhere")).isEmpty();
        assertThat(data.getJson("/api/v1/events?area_id=entrance&limit=1")
                        .get(0)
                        .path("tags")
                        .path("area_id")
                        .asText())
                .isEqualTo("entrance");
    }

    @Test
    void answersOneEventByItsNumber() {
        // Given
        load(EVENTS);

        // Then
        assertThat(data.getJson("/api/v1/events/7").path("seq").asInt()).isEqualTo(7);
        assertThat(data.get("/api/v1/events/301").statusCode()).isEqualTo(404);
        assertThat(data.get("/api/v1/events/-1").statusCode()).isEqualTo(404);
        assertThat(data.get("/api/v1/events/x").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsHowMuchThereIs() {
        // Given
        load(EVENTS);

        // When
        JsonNode stats = data.getJson("/api/v1/events/stats");

        // Then
        assertThat(stats.path("total_events").asInt()).isEqualTo(300);
        assertThat(stats.path("unique_entities").asInt()).isEqualTo(3);
        assertThat(stats.path("last_seq").asInt()).isEqualTo(300);
        assertThat(stats.path("first_event").asText()).isEqualTo("2026-03-01T06:00:00Z");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertRefused("/api/v1/events?limit=-1", "limit");
        assertRefused("/api/v1/events?limit=10001", "limit");
        assertRefused("/api/v1/events?offset=-1", "offset");
        assertRefused("/api/v1/events?cursor=nonsense", "cursor");
        assertRefused("/api/v1/events?entity_id=kitchen", "entity_id");
        assertRefused("/api/v1/events?entity_id=light.x%27%20OR%201=1", "entity_id");
        assertRefused("/api/v1/events?event_type=party", "event_type");
        assertRefused("/api/v1/events?start_time=yesterday", "start_time");
        assertRefused("/api/v1/events?start_time=2026-03-02T00:00:00Z&end_time=2026-03-01T00:00:00Z", "end_time");
        assertRefused("/api/v1/events?order=desc&after_seq=1", "order");
        assertRefused("/api/v1/events?order=up", "order");
        assertRefused("/api/v1/events?after_seq=-1", "after_seq");
    }

    @Test
    void pagesByNumberGiveEverythingOnce() {
        // Given
        load(EVENTS);
        List<Long> paged = new ArrayList<>();

        // When
        String after = "0";
        while (after != null) {
            HttpResponse<String> page = data.get("/api/v1/events?limit=7&after_seq=" + after);
            data.parse(page).forEach(event -> paged.add(event.path("seq").asLong()));
            after = page.headers().firstValue(EventPage.NEXT_SEQ).orElse(null);
        }

        // Then
        assertThat(paged).isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void aCursorStaysRightWhileOldAndNewEventsAreAdded() {
        for (String order : List.of("asc", "desc")) {
            // Given
            String name = order.equals("asc") ? "first" : "second";
            load(EVENTS);
            List<Long> original = ids("/api/v1/events?limit=1000&order=" + order + "&end_time=2026-03-01T06:05:00Z");
            List<Long> paged = new ArrayList<>();
            int pages = 0;

            // When
            String cursor = "";
            while (cursor != null) {
                HttpResponse<String> page = data.get("/api/v1/events?end_time=2026-03-01T06:05:00Z&limit=7&order="
                        + order + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
                data.parse(page).forEach(event -> paged.add(event.path("seq").asLong()));
                cursor = page.headers().firstValue(EventPage.NEXT_CURSOR).orElse(null);
                load(List.of(
                        Samples.lamp(name, pages, Samples.START.plusSeconds(pages)),
                        Samples.lamp(name, pages + 1, Samples.START.plusSeconds(299 - pages))));
                pages++;
            }

            // Then
            assertThat(paged).as(order).doesNotHaveDuplicates();
            assertThat(paged.stream().filter(original::contains).toList())
                    .as(order)
                    .isEqualTo(original);
        }
    }

    @Test
    void offsetsLeadToTheSamePages() {
        // Given
        load(EVENTS);

        // Then
        assertThat(ids("/api/v1/events?limit=10&offset=20"))
                .isEqualTo(ids("/api/v1/events?limit=30").subList(20, 30));
    }

    @Test
    void streamsEverythingByTimeAndByNumber() {
        // Given
        load(EVENTS.reversed());

        // When
        HttpResponse<String> byTime = data.get("/api/v1/events", "Accept", "application/x-ndjson");
        HttpResponse<String> byNumber = data.get("/api/v1/events?after_seq=290", "Accept", "application/x-ndjson");

        // Then
        assertThat(byTime.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        List<String> times = lines(byTime, "time_fired");
        assertThat(times).hasSize(300).isSorted();
        assertThat(lines(byNumber, "seq"))
                .containsExactly("291", "292", "293", "294", "295", "296", "297", "298", "299", "300");
    }

    @Test
    void aClientThatDoesNotReadHoldsTheStreamBack() throws IOException {
        // Given
        data.importText(files, "many.ndjson", Samples.ndjson(Samples.events(MANY, Samples.START)));
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), data.port())) {
            client.getOutputStream()
                    .write("GET /api/v1/events HTTP/1.0\r\nAccept: application/x-ndjson\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            // When
            double read = await().during(Duration.ofMillis(700))
                    .until(
                            () -> data.metric("homeiq_history_streamed_total"),
                            streamed -> streamed > 0 && streamed == data.metric("homeiq_history_streamed_total"));

            // Then
            assertThat(read).isLessThan(MANY / 2.0);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.lines().filter(line -> line.contains("\"seq\":")).count())
                    .isEqualTo(MANY);
        }
    }

    private void load(List<? extends HomeEvent> events) {
        HttpResponse<String> response = data.importText(files, "events.ndjson", Samples.ndjson(events));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private List<Long> ids(String path) {
        List<Long> ids = new ArrayList<>();
        data.getJson(path).forEach(event -> ids.add(event.path("seq").asLong()));
        return ids;
    }

    private List<String> lines(HttpResponse<String> stream, String field) {
        return stream.body()
                .lines()
                .map(line -> data.json.read(line, JsonNode.class).path(field).asText())
                .toList();
    }

    private void assertRefused(String path, String parameter) {
        HttpResponse<String> response = data.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(400);
        assertThat(data.parse(response).path("parameter").asText()).as(path).isEqualTo(parameter);
    }
}
