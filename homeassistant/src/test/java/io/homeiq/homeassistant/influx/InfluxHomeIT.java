package io.homeiq.homeassistant.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.HistorySources;
import io.homeiq.testing.HomeAssistantProcess;
import io.homeiq.testing.InfluxProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Home Assistant writes by its own integration into a real InfluxDB 1.x, and its history is read from there. */
class InfluxHomeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    static Path folder;

    private static InfluxProcess influx;
    private static HomeAssistantProcess home;
    private static HttpClient http;

    /** What Home Assistant itself says of a state. */
    private record Told(String entity, String state, Instant time, Map<String, @Nullable Object> attributes) {

        String line() {
            return time + " " + entity + " " + state;
        }
    }

    private static String configuration(int port) {
        return """
                homeassistant:
                  name: Home with InfluxDB
                  time_zone: Europe/Amsterdam
                api:
                config:
                history:
                recorder:
                  commit_interval: 1
                input_boolean:
                  guest: {name: Guest}
                input_number:
                  target: {name: Target, min: 0, max: 40, step: 0.5, unit_of_measurement: "°C"}
                input_select:
                  mode: {name: Mode, options: [home, away, night]}
                influxdb:
                  api_version: 1
                  host: 127.0.0.1
                  port: %d
                  database: home_assistant
                  ssl: false
                  tags_attributes: [room]
                """.formatted(port);
    }

    @BeforeAll
    static void start() throws IOException {
        influx = InfluxProcess.start();
        influx.query("CREATE DATABASE \"home_assistant\"");
        Files.writeString(folder.resolve("configuration.yaml"), configuration(influx.port()));
        home = HomeAssistantProcess.startIn(folder);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        if (home != null) {
            home.close();
            http.close();
        }
        if (influx != null) {
            influx.close();
        }
    }

    @Test
    void isReadBackAsHomeAssistantHasIt() throws Exception {
        // Given
        awaitTheIntegration();
        List<Told> told = new ArrayList<>();
        told.add(call("input_boolean", "turn_on", "input_boolean.guest", ""));
        told.add(call("input_boolean", "turn_off", "input_boolean.guest", ""));
        told.add(call("input_number", "set_value", "input_number.target", ",\"value\":20"));
        told.add(call("input_number", "set_value", "input_number.target", ",\"value\":21.5"));
        told.add(call("input_select", "select_option", "input_select.mode", ",\"option\":\"night\""));
        told.add(set("light.hall", "on", "{\"brightness\":128,\"friendly_name\":\"Hall\",\"room\":\"hall, north\"}"));
        told.add(set("light.hall", "off", "{\"brightness\":null,\"friendly_name\":\"Hall\",\"room\":\"hall, north\"}"));
        told.add(set("binary_sensor.door", "on", "{\"device_class\":\"door\"}"));
        told.add(set("person.anna", "not_home", "{\"latitude\":52.1,\"source\":\"device_tracker.phone\"}"));
        told.add(set("person.anna", "Work \\\"shop\\\"", "{}"));
        told.add(set(
                "sensor.power",
                "1234.5",
                "{\"unit_of_measurement\":\"W\",\"device_class\":\"power\",\"state\":\"fine\"}"));
        told.add(set("sensor.power", "-3", "{\"unit_of_measurement\":\"W\",\"value\":\"v1.12\",\"time\":7}"));
        told.add(set("climate.living", "heat", "{\"temperature\":20.5,\"hvac_modes\":[\"heat\",\"off\"]}"));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lines(readBack()))
                        .containsAll(told.stream().map(Told::line).toList()));
        Map<String, StateChange> read = byLine(readBack());
        assertThat(readBack().stream().map(StateChange::time)).isSorted();
        assertThat(lines(readBack())).doesNotHaveDuplicates();
        assertThat(told).allSatisfy(one -> assertThat(attributesOf(read, one)).isEqualTo(one.attributes()));
    }

    @Test
    void tellsTheSameAsTheRecorder() throws Exception {
        // Given
        awaitTheIntegration();
        Told last = set("sensor.last", "12.25", "{}");

        // When
        await().atMost(PATIENCE)
                .until(() -> lines(readBack()).contains(last.line())
                        && lines(recorded()).contains(last.line()));

        // Then
        Instant begin = readBack().getFirst().time();
        List<String> recorded = recorded().stream()
                .filter(change ->
                        !change.time().isBefore(begin) && !change.time().isAfter(last.time()))
                .filter(change -> change.after() != null
                        && !List.of("unknown", "unavailable", "").contains(change.after()))
                .map(InfluxHomeIT::line)
                .toList();
        assertThat(lines(readBack().stream()
                        .filter(change -> !change.time().isAfter(last.time()))
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(recorded);
    }

    /**
     * Home Assistant makes an entry of the YAML while it starts; what happens before is not written. It collects for a second
     * after the last change, so it must not be asked more often.
     */
    private static void awaitTheIntegration() {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    set("sensor.probe", String.valueOf(System.nanoTime()), "{}");
                    assertThat(influx.query("SHOW MEASUREMENTS ON \"home_assistant\""))
                            .contains("sensor.probe");
                });
    }

    private static List<StateChange> readBack() {
        List<HomeEvent> events = new ArrayList<>();
        InfluxSource.of(
                        InfluxAddress.parse("influxdb://127.0.0.1:" + influx.port() + "/home_assistant"),
                        InfluxLogin.NONE)
                .read(events::add);
        return events.stream().map(StateChange.class::cast).toList();
    }

    private static List<StateChange> recorded() {
        List<StateChange> changes = new ArrayList<>();
        HistorySources.open(folder.resolve("home-assistant_v2.db")).read(event -> {
            if (event instanceof StateChange change) {
                changes.add(change);
            }
        });
        return changes;
    }

    private static List<String> lines(List<StateChange> changes) {
        return changes.stream().map(InfluxHomeIT::line).toList();
    }

    private static String line(StateChange change) {
        return change.time() + " " + change.entityId() + " " + change.after();
    }

    private static Map<String, StateChange> byLine(List<StateChange> changes) {
        return changes.stream().collect(Collectors.toMap(InfluxHomeIT::line, change -> change, (one, other) -> one));
    }

    private static Map<String, @Nullable Object> attributesOf(Map<String, StateChange> read, Told told) {
        StateChange change = read.get(told.line());
        assertThat(change).as(told.line()).isNotNull();
        return change.attributes().values();
    }

    private static Told call(String domain, String service, String entity, String more) throws Exception {
        send("/api/services/" + domain + "/" + service, "{\"entity_id\":\"" + entity + "\"" + more + "}");
        HttpRequest question = request("/api/states/" + entity).build();
        return told(http.send(question, BodyHandlers.ofString()).body());
    }

    private static Told set(String entity, String state, String attributes) throws Exception {
        return told(send("/api/states/" + entity, "{\"state\":\"" + state + "\",\"attributes\":" + attributes + "}"));
    }

    private static Told told(String json) throws IOException {
        JsonNode state = MAPPER.readTree(json);
        Map<String, @Nullable Object> attributes = new HashMap<>();
        state.path("attributes")
                .properties()
                .forEach(entry -> attributes.put(entry.getKey(), asWritten(entry.getValue())));
        return new Told(
                state.path("entity_id").textValue(),
                state.path("state").textValue(),
                OffsetDateTime.parse(state.path("last_updated").textValue()).toInstant(),
                attributes);
    }

    /** What the integration keeps of an attribute: truths become numbers, and lists a text as Python writes it. */
    private static @Nullable Object asWritten(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add("'" + part.textValue() + "'"));
            return "[" + String.join(", ", parts) + "]";
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? 1 : 0;
        }
        if (value.isNumber()) {
            boolean isWhole = value.doubleValue() == Math.rint(value.doubleValue());
            return isWhole ? (Object) value.intValue() : (Object) value.doubleValue();
        }
        return value.isNull() ? null : value.textValue();
    }

    private static String send(String path, String body) throws Exception {
        HttpRequest request = request(path).POST(BodyPublishers.ofString(body)).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(home.url() + path))
                .header("Authorization", "Bearer " + home.token())
                .header("Content-Type", "application/json");
    }
}
