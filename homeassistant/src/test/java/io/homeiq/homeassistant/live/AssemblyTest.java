package io.homeiq.homeassistant.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.live.HistoryRows.Row;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From Home Assistant's answers to events. */
class AssemblyTest {

    private static final String HISTORY = """
            [[{"entity_id":"light.hall","state":"off","attributes":{"friendly_name":"Hall"},
               "last_changed":"2026-11-24T00:00:01+00:00","last_updated":"2026-11-24T00:00:01+00:00"},
              {"entity_id":"light.hall","state":"on","attributes":{"friendly_name":"Hall","brightness":10},
               "last_changed":"2026-11-24T00:00:05.5+00:00","last_updated":"2026-11-24T00:00:05.5+00:00"},
              {"entity_id":"light.hall","state":"on","attributes":{"friendly_name":"Hall","brightness":99},
               "last_changed":"2026-11-24T00:00:05.5+00:00","last_updated":"2026-11-24T00:00:06+00:00"},
              {"entity_id":"light.hall","state":"","attributes":{},
               "last_changed":"2026-11-24T00:00:09+00:00","last_updated":"2026-11-24T00:00:09+00:00"}],
             [{"entity_id":"sensor.lux","state":"5","attributes":{},
               "last_changed":"2026-11-24T00:00:02+00:00","last_updated":"2026-11-24T00:00:02+00:00"},
              {"entity_id":"sensor.lux","state":"6","last_changed":"not a time","last_updated":"not a time"},
              {"entity_id":"no entity","state":"6","last_changed":"2026-11-24T00:00:02+00:00","last_updated":"2026-11-24T00:00:02+00:00"}]]
            """;

    private static final EntityId LIGHT = new EntityId("light.hall");

    private final LogbookNotes notes = new LogbookNotes();

    @Test
    void ordersTheStatesOfAllEntitiesAndGivesEachTheOneBefore() throws JsonProcessingException {
        // When
        List<HomeEvent> events = new Assembly(snapshot("[]")).events(rows(), notes);

        // Then
        assertThat(events)
                .extracting(event -> (StateChange) event)
                .extracting(change -> change.entityId() + " " + change.before() + ">" + change.after())
                .containsExactly(
                        "light.hall null>off",
                        "sensor.lux null>5",
                        "light.hall off>on",
                        "light.hall on>on",
                        "light.hall on>null");
    }

    @Test
    void theFirstChangeComesAfterHowTheEntityStoodBefore() throws JsonProcessingException {
        // Given
        Assembly assembly = new Assembly(snapshot("[]"));
        Instant before = Instant.parse("2026-11-24T00:00:00Z");
        assembly.begin(List.of(new Row(LIGHT, "unavailable", Attributes.NONE, before, true)));

        // When
        List<HomeEvent> events = assembly.events(rows(), notes);

        // Then
        assertThat(events)
                .extracting(event -> (StateChange) event)
                .extracting(change -> change.entityId() + " " + change.before() + ">" + change.after())
                .startsWith("light.hall unavailable>off", "sensor.lux null>5");
    }

    @Test
    void tellsAChangeOfAttributesAloneEvenWithoutKnowingTheStateBefore() throws JsonProcessingException {
        // Given
        List<Row> rows = rows();
        rows.removeIf(row -> row.updated().isBefore(Instant.parse("2026-11-24T00:00:06Z")));

        // When
        List<HomeEvent> events = new Assembly(snapshot("[]")).events(rows, notes);

        // Then
        assertThat(events.getFirst()).isInstanceOfSatisfying(StateChange.class, change -> {
            assertThat(change.isStateChanged()).isFalse();
            assertThat(change.attributes().number("brightness")).isEqualTo(99);
        });
    }

    @Test
    void carriesTheLastStateIntoTheNextStretch() throws JsonProcessingException {
        // Given
        Assembly assembly = new Assembly(snapshot("[]"));
        List<Row> rows = rows();
        assembly.events(new ArrayList<>(rows.subList(0, 2)), notes);

        // When
        List<HomeEvent> events = assembly.events(new ArrayList<>(rows.subList(3, 4)), notes);

        // Then
        assertThat(events)
                .singleElement()
                .extracting(event -> ((StateChange) event).before())
                .isEqualTo("on");
    }

    @Test
    void takesTheContextOfAStateOfNowFromThatState() throws JsonProcessingException {
        // Given
        Snapshot now = snapshot("""
                [{"entity_id":"sensor.lux","state":"5","attributes":{},"last_changed":"2026-11-24T00:00:02+00:00",
                  "last_updated":"2026-11-24T00:00:02+00:00","context":{"id":"01NOW","parent_id":"01PARENT","user_id":null}}]
                """);

        // When
        List<HomeEvent> events = new Assembly(now).events(rows(), notes);

        // Then
        assertThat(events)
                .filteredOn(event -> event.context().isKnown())
                .singleElement()
                .satisfies(event -> assertThat(event.context().parentId()).isEqualTo("01PARENT"));
    }

    @Test
    void putsWhatExplainsBeforeTheStateOfTheSameMoment() throws JsonProcessingException {
        // Given
        notes.addLogbook(Buffer.buffer("""
                [{"domain":"automation","entity_id":"automation.x","context_id":"01RUN","when":"2026-11-24T00:00:05.5+00:00"}]
                """));

        // When
        List<HomeEvent> events = new Assembly(snapshot("[]")).events(rows(), notes);

        // Then
        assertThat(events.get(2)).isInstanceOf(AutomationTriggered.class);
    }

    @Test
    void addsOnlyWhatTheRecorderDoesNotHave() throws JsonProcessingException {
        // Given
        Assembly assembly = new Assembly(snapshot("""
                [{"entity_id":"sensor.lux","state":"5","attributes":{},"last_changed":"2026-11-24T00:00:02+00:00",
                  "last_updated":"2026-11-24T00:00:02+00:00","context":{"id":"01A"}},
                 {"entity_id":"sensor.secret","state":"7","attributes":{},"last_changed":"2026-11-24T00:00:03+00:00",
                  "last_updated":"2026-11-24T00:00:03+00:00","context":{"id":"01B"}},
                 {"entity_id":"sensor.old","state":"8","attributes":{},"last_changed":"2026-11-01T00:00:03+00:00",
                  "last_updated":"2026-11-01T00:00:03+00:00","context":{"id":"01C"}}]
                """));
        assembly.events(rows(), notes);

        // When
        List<HomeEvent> unrecorded = assembly.unrecorded(Instant.parse("2026-11-24T00:00:00Z"));

        // Then
        assertThat(unrecorded)
                .extracting(event -> ((StateChange) event).entityId().value())
                .containsExactly("sensor.secret");
    }

    @Test
    void sharesEqualAttributesOfAnEntity() {
        // Given
        String row = "{\"entity_id\":\"light.hall\",\"state\":\"%s\",\"attributes\":{\"a\":[1,2]},"
                + "\"last_changed\":\"2026-11-24T00:00:0%d+00:00\",\"last_updated\":\"2026-11-24T00:00:0%d+00:00\"}";

        // When
        List<Row> rows = HistoryRows.parse(
                Buffer.buffer("[[" + row.formatted("on", 1, 1) + "," + row.formatted("off", 2, 2) + "]]"));

        // Then
        assertThat(rows.getFirst().entity()).isEqualTo(LIGHT);
        assertThat(rows.get(0).attributes()).isSameAs(rows.get(1).attributes());
    }

    @Test
    void refusesAHistoryThatIsCutOff() {
        assertThatThrownBy(() -> HistoryRows.parse(Buffer.buffer("[[{\"entity_id\":\"light.hall\"")))
                .isInstanceOf(HomeAssistantException.class)
                .hasMessageContaining("not readable");
    }

    @Test
    void roundsTimesAsHomeAssistantDoes() {
        assertThat(LiveEvents.instant(1_795_479_531.712_528)).isEqualTo("2026-11-24T00:18:51.712528Z");
        assertThat(LiveEvents.instant(1_795_479_532 - 0x1p-22)).isEqualTo("2026-11-24T00:18:52Z");
    }

    private static List<Row> rows() {
        return HistoryRows.parse(Buffer.buffer(HISTORY));
    }

    private static Snapshot snapshot(String states) throws JsonProcessingException {
        return Snapshot.of(new ObjectMapper().readTree(states));
    }
}
