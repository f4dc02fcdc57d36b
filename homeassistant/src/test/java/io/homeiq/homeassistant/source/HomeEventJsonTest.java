package io.homeiq.homeassistant.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeEventJsonTest {

    private static final long SEED = 7;
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

    private static final String CHANGE = """
            {"event_type":"state_changed","data":{"entity_id":"light.hall",
            "old_state":{"entity_id":"light.hall","state":"off","attributes":{"friendly_name":"Hall } \\" {"},"last_changed":"2026-03-01T05:00:00+00:00"},
            "new_state":{"entity_id":"light.hall","state":"on","attributes":{"brightness":128,"effects":["a","b"]},
            "last_changed":"2026-03-01T06:45:02.123400+00:00","last_reported":"2026-03-01T06:45:02.123400+00:00","last_updated":"2026-03-01T06:45:02.123456+00:00",
            "context":{"id":"01KCZ6RJZ1MSJ1ACM8NVDH6RPZ","parent_id":null,"user_id":null}}},
            "origin":"LOCAL","time_fired":"2026-03-01T06:45:02.200000+00:00",
            "context":{"id":"01KCZ6RJZ1MSJ1ACM8NVDH6RPZ","parent_id":"01KCZ6RJZ1MSJ1ACM8NVDH6RP0","user_id":"eddd0551c6694c9aa6a401c0cebe2bb5"}}
            """;

    private final HomeEventJson json = new HomeEventJson();

    @Test
    void readsAChangeAsTheWebSocketTellsIt() {
        // When
        HomeEvent event = event(CHANGE);

        // Then
        assertThat(event)
                .isEqualTo(new StateChange(
                        new EntityId("light.hall"),
                        "off",
                        "on",
                        new Attributes(Map.of("brightness", 128, "effects", List.of("a", "b"))),
                        Instant.parse("2026-03-01T06:45:02.123456Z"),
                        new Context(
                                "01KCZ6RJZ1MSJ1ACM8NVDH6RPZ",
                                "01KCZ6RJZ1MSJ1ACM8NVDH6RP0",
                                "eddd0551c6694c9aa6a401c0cebe2bb5")));
    }

    @Test
    void doesNotMindTheOrderOfFieldsNorTheMessageAround() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        HomeEvent expected = event(CHANGE);
        Random random = new Random(SEED);
        for (int i = 0; i < 50; i++) {
            // Given
            JsonNode shuffled = shuffled(mapper.readTree(CHANGE), random);
            String message = mapper.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Map.of("id", 3, "type", "event", "event", shuffled));

            // When
            HomeEvent plain = event(shuffled.toString());
            HomeEvent wrapped = event(message);

            // Then
            assertThat(plain).as("seed %s, json %s", SEED, shuffled).isEqualTo(expected);
            assertThat(wrapped).as("seed %s, json %s", SEED, message).isEqualTo(expected);
        }
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
        Collections.shuffle(fields, random);
        ObjectNode copy = object.objectNode();
        fields.forEach(field -> copy.set(field.getKey(), shuffled(field.getValue(), random)));
        return copy;
    }

    @Test
    void readsBackWhatItWrites() {
        // Given
        List<HomeEvent> events = LittleHome.events(SEED, START, 2_000);

        // When
        List<HomeEvent> read =
                events.stream().map(event -> event(json.write(event))).toList();

        // Then
        assertThat(read).as("seed %s", SEED).isEqualTo(events);
    }

    @Test
    void writesTheShapeOfTheWebSocket() throws Exception {
        // Given
        StateChange change = new StateChange(
                new EntityId("light.hall"),
                "off",
                "on",
                new Attributes(Map.of("brightness", 128)),
                Instant.parse("2026-03-01T06:45:02.123456Z"),
                new Context("01J", null, "ann"));

        // When
        JsonNode written = new ObjectMapper().readTree(json.write(new Sequenced(9, change)));

        // Then
        assertThat(written).isEqualTo(new ObjectMapper().readTree("""
                {"event_type":"state_changed","data":{"entity_id":"light.hall",
                "old_state":{"entity_id":"light.hall","state":"off","attributes":{},"last_changed":"2026-03-01T06:45:02.123456+00:00","last_updated":"2026-03-01T06:45:02.123456+00:00"},
                "new_state":{"entity_id":"light.hall","state":"on","attributes":{"brightness":128},"last_changed":"2026-03-01T06:45:02.123456+00:00","last_updated":"2026-03-01T06:45:02.123456+00:00","context":{"id":"01J","parent_id":null,"user_id":"ann"}}},
                "origin":"LOCAL","time_fired":"2026-03-01T06:45:02.123456+00:00","context":{"id":"01J","parent_id":null,"user_id":"ann"},"seq":9}
                """));
    }

    @Test
    void remembersSinceWhenAStateLasts() throws Exception {
        // Given
        EntityId hall = new EntityId("light.hall");
        Instant later = START.plusSeconds(60);
        json.write(new StateChange(hall, "off", "on", Attributes.NONE, START, Context.UNKNOWN));

        // When
        String brighter = json.write(new StateChange(hall, "on", "on", Attributes.NONE, later, Context.UNKNOWN));

        // Then
        JsonNode state = new ObjectMapper().readTree(brighter).at("/data/new_state");
        assertThat(state.get("last_changed").textValue()).isEqualTo("2026-03-01T06:00:00+00:00");
        assertThat(state.get("last_updated").textValue()).isEqualTo("2026-03-01T06:01:00+00:00");
    }

    @Test
    void readsTheSequenceNumber() {
        // Given
        CoreStarted started = new CoreStarted(START, new Context("01J", null, null));

        // When
        Parsed parsed = json.parse(json.write(new Sequenced(42, started)));

        // Then
        assertThat(parsed).isEqualTo(new Parsed.Happened(started, 42));
    }

    @Test
    void readsAStateAlone() {
        // When
        HomeEvent event = event("{\"entity_id\":\"light.hall\",\"state\":\"on\",\"attributes\":{\"a\":1},"
                + "\"last_changed\":\"2026-03-01T06:45:02Z\",\"last_updated\":\"2026-03-01T06:46:02Z\"}");

        // Then
        assertThat(event)
                .isEqualTo(new StateChange(
                        new EntityId("light.hall"),
                        null,
                        "on",
                        new Attributes(Map.of("a", 1)),
                        Instant.parse("2026-03-01T06:46:02Z"),
                        Context.UNKNOWN));
    }

    @Test
    void readsARemovalAndACreation() {
        // When
        HomeEvent removal = event("{\"event_type\":\"state_changed\",\"data\":{\"entity_id\":\"light.hall\","
                + "\"old_state\":{\"state\":\"on\"},\"new_state\":null},\"time_fired\":\"2026-03-01T06:45:02Z\"}");
        HomeEvent creation = event("{\"event_type\":\"state_changed\",\"data\":{\"entity_id\":\"light.hall\","
                + "\"old_state\":null,\"new_state\":{\"state\":\"on\"}},\"time_fired\":\"2026-03-01T06:45:02Z\"}");

        // Then
        Instant time = Instant.parse("2026-03-01T06:45:02Z");
        EntityId hall = new EntityId("light.hall");
        assertThat(removal).isEqualTo(new StateChange(hall, "on", null, Attributes.NONE, time, Context.UNKNOWN));
        assertThat(creation).isEqualTo(new StateChange(hall, null, "on", Attributes.NONE, time, Context.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"light.hall\"|light.hall",
                "\"light.hall, light.kitchen\"|light.hall light.kitchen",
                "[\"light.hall\",\"light.kitchen\"]|light.hall light.kitchen",
                "\"all\"|''",
                "[]|''"
            })
    void findsTheTargetsOfACall(String entityIds, String targets) {
        // When
        HomeEvent event = event("{\"event_type\":\"call_service\",\"data\":{\"domain\":\"light\",\"service\":"
                + "\"turn_on\",\"service_data\":{\"entity_id\":" + entityIds + ",\"brightness\":1}},"
                + "\"time_fired\":\"2026-03-01T06:45:02Z\"}");

        // Then
        assertThat(event).isInstanceOfSatisfying(ServiceCall.class, call -> {
            assertThat(String.join(
                            " ", call.targets().stream().map(EntityId::value).toList()))
                    .isEqualTo(targets);
            assertThat(call.data().number("brightness")).isEqualTo(1.0);
        });
    }

    @Test
    void understandsEscapesInAnyText() {
        // When
        HomeEvent event = event("{\"event_type\":\"automation_triggered\",\"data\":{\"name\":\"x\",\"entity_id\":"
                + "\"automation\\u002eevening\",\"source\":\"caf\\u00e9 \\\"x\\\"\"},\"time_fired\":"
                + "\"2026-03-01T06:45:02Z\",\"context\":{\"id\":\"a\\tb\"}}");

        // Then
        assertThat(event)
                .isEqualTo(new AutomationTriggered(
                        new EntityId("automation.evening"),
                        "café \"x\"",
                        Instant.parse("2026-03-01T06:45:02Z"),
                        new Context("a\tb", null, null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|invalid JSON",
                "not json|invalid JSON",
                "{\"event_type\":\"state_changed\"} x|invalid JSON",
                "{\"event_type\":\"state_changed\",\"data\":{\"entity_id\":\"light.a\",\"new_state\":{\"state\":\"on\",\"attributes\":{\"a\":}}},\"time_fired\":\"2026-03-01T06:45:02Z\"}|invalid JSON",
                "{\"event_type\":\"state_changed\",\"data\":{\"old_state\":null,\"new_state\":{\"state\":\"on\"}},\"time_fired\":\"2026-03-01T06:45:02Z\"}|no entity_id",
                "{\"event_type\":\"state_changed\",\"data\":{\"entity_id\":\"Kitchen\",\"new_state\":{\"state\":\"on\"}},\"time_fired\":\"2026-03-01T06:45:02Z\"}|impossible entity_id",
                "{\"event_type\":\"state_changed\",\"data\":{\"entity_id\":\"light.a\",\"new_state\":{\"state\":\"on\"}}}|no time",
                "{\"event_type\":\"state_changed\",\"data\":{\"entity_id\":\"light.a\",\"new_state\":{\"state\":\"on\"}},\"time_fired\":\"1969-03-01T06:45:02Z\"}|impossible time",
                "{\"event_type\":\"state_changed\",\"data\":{\"entity_id\":\"light.a\",\"new_state\":{\"state\":\"on\"}},\"time_fired\":\"3026-03-01T06:45:02Z\"}|impossible time",
                "{\"event_type\":\"state_changed\",\"data\":{\"entity_id\":\"light.a\",\"new_state\":{\"state\":\"on\"}},\"time_fired\":\"2026-02-30T06:45:02Z\"}|impossible time",
                "{\"event_type\":\"state_changed\",\"data\":{\"entity_id\":\"light.a\",\"new_state\":{}},\"time_fired\":\"2026-03-01T06:45:02Z\"}|no state",
                "{\"event_type\":\"state_changed\",\"data\":{\"entity_id\":\"light.a\",\"old_state\":null,\"new_state\":null},\"time_fired\":\"2026-03-01T06:45:02Z\"}|no state",
                "{\"event_type\":\"call_service\",\"data\":{\"domain\":\"light\"},\"time_fired\":\"2026-03-01T06:45:02Z\"}|incomplete event",
                "{\"event_type\":\"script_started\",\"data\":null,\"time_fired\":\"2026-03-01T06:45:02Z\"}|incomplete event",
                "{\"event_type\":\"panels_updated\",\"data\":{},\"time_fired\":\"2026-03-01T06:45:02Z\"}|unknown event type",
                "{}|no entity_id"
            })
    void tellsWhyALineIsNoEvent(String line, String reason) {
        // When
        Parsed parsed = json.parse(line);

        // Then
        assertThat(parsed).isEqualTo(new Parsed.Skipped(reason));
    }

    @Test
    void refusesAStateThatIsTooLong() {
        // When
        Parsed parsed = json.parse("{\"entity_id\":\"light.a\",\"state\":\"" + "x".repeat(256)
                + "\",\"last_changed\":\"2026-03-01T06:45:02Z\"}");

        // Then
        assertThat(parsed).isEqualTo(new Parsed.Skipped("state longer than 255 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event\":", "[", "{\"a\":["})
    void survivesDeepNesting(String opening) {
        // When
        Parsed parsed = json.parse(opening.repeat(100_000));

        // Then
        assertThat(parsed).isEqualTo(new Parsed.Skipped("invalid JSON"));
    }

    private HomeEvent event(String line) {
        return switch (json.parse(line)) {
            case Parsed.Happened happened -> happened.event();
            case Parsed.Skipped skipped -> throw new AssertionError(skipped.reason() + ": " + line);
        };
    }
}
