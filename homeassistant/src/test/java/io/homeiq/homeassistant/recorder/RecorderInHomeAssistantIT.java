package io.homeiq.homeassistant.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.HistorySources;
import io.homeiq.homeassistant.source.LittleHome;
import io.homeiq.testing.HomeAssistantProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Home Assistant that starts on a database which we wrote. */
class RecorderInHomeAssistantIT {

    private static final long SEED = 41;

    /** Some 2,000 events cover a week, and this Home Assistant keeps ten days. */
    private static final int COUNT = 2_000;

    private static final EntityId HALL = new EntityId("light.hall");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Instant start;
    private static List<HomeEvent> events;
    private static HomeAssistantProcess homeAssistant;
    private static HttpClient http;

    @BeforeAll
    static void startOnOurDatabase() {
        start = InstantSource.system().instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(9));
        events = LittleHome.events(SEED, start, COUNT);
        RecorderWriter.write(database(), events);
        homeAssistant = HomeAssistantProcess.startIn(folder);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        if (homeAssistant != null) {
            homeAssistant.close();
            http.close();
        }
    }

    private static Path database() {
        return folder.resolve("home-assistant_v2.db");
    }

    @Test
    void isShownByItsHistory() throws Exception {
        // Given
        List<StateChange> expected = events.stream()
                .filter(event ->
                        event instanceof StateChange change && change.entityId().equals(HALL))
                .map(StateChange.class::cast)
                .toList();

        // When
        JsonNode history = get("/api/history/period/" + start + "?end_time=" + start.plus(Duration.ofDays(9))
                        + "&filter_entity_id=" + HALL + "&significant_changes_only=0")
                .path(0);

        // Then
        List<String> shown = new ArrayList<>();
        history.forEach(state -> shown.add(line(
                state.path("state").textValue(),
                OffsetDateTime.parse(state.path("last_updated").textValue()).toInstant(),
                state.path("attributes").path("brightness").intValue())));
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(shown)
                .as("seed %s, start %s", SEED, start)
                .isEqualTo(
                        expected.stream().map(RecorderInHomeAssistantIT::line).toList());
    }

    /** Home Assistant shows the removal of an entity as an empty state. */
    private static String line(StateChange change) {
        Double brightness = change.attributes().number("brightness");
        return line(
                change.after() == null ? "" : change.after(),
                change.time(),
                brightness == null ? 0 : brightness.intValue());
    }

    private static String line(String state, Instant time, int brightness) {
        return state + " " + time + " " + brightness;
    }

    @Test
    void isTakenAsItIs() throws Exception {
        // When
        String log = Files.readString(folder.resolve("home-assistant.log"));

        // Then
        assertThat(log.toLowerCase(Locale.ROOT))
                .doesNotContain("upgrade")
                .doesNotContain("migrat")
                .doesNotContain("corrupt")
                .doesNotContain("ended unfinished session")
                .doesNotContain("schema errors");
        assertThat(numbers("SELECT schema_version FROM schema_changes")).containsExactly(53L);
        assertThat(numbers("SELECT count(*) FROM migration_changes")).containsExactly(0L);
        assertThat(numbers("SELECT count(*) FROM recorder_runs WHERE closed_incorrect"))
                .containsExactly(0L);
    }

    @Test
    void isReadWhileHomeAssistantWrites() throws Exception {
        // Given
        EntityId motion = new EntityId("input_boolean.hall_motion_sensed");
        String owner = get("/api/states/person.owner").at("/attributes/user_id").textValue();

        // When
        post("/api/services/input_boolean/toggle", "{\"entity_id\":\"" + motion + "\"}");

        // Then
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            List<HomeEvent> read = new ArrayList<>();
            HistorySources.open(database()).read(read::add);
            assertThat(read.subList(0, events.size()))
                    .as("seed %s, start %s", SEED, start)
                    .isEqualTo(events);
            assertThat(read.subList(events.size(), read.size()))
                    .anyMatch(CoreStarted.class::isInstance)
                    .anyMatch(event -> event instanceof StateChange change
                            && change.entityId().equals(motion)
                            && owner.equals(change.context().userId())
                            && change.isStateChanged());
        });
    }

    private static List<Long> numbers(String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(homeAssistant.url() + path)).GET());
    }

    private static void post(String path, String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(homeAssistant.url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(
                request.header("Authorization", "Bearer " + homeAssistant.token())
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }
}
