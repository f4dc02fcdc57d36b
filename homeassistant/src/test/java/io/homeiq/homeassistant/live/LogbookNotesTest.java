package io.homeiq.homeassistant.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogbookNotesTest {

    private static final EntityId LIGHT = new EntityId("light.hall_light");
    private static final Instant ON = Instant.parse("2026-11-24T00:18:51.714575Z");
    private static final Instant OFF = Instant.parse("2026-11-24T00:18:52.730348Z");

    /** As Home Assistant 2026.11 answers, shortened. */
    private static final String LOGBOOK = """
            [{"name": "Home Assistant", "message": "started", "domain": "homeassistant", "when": "2026-11-24T00:13:02.250859+00:00"},
             {"name": "Hall light on motion", "message": "triggered by state of binary_sensor.hall_motion",
              "source": "state of binary_sensor.hall_motion", "entity_id": "automation.hall", "context_id": "01RUN",
              "domain": "automation", "when": "2026-11-24T00:18:51.713593+00:00", "context_user_id": "person1"},
             {"state": "on", "entity_id": "light.hall_light", "name": "Hall light", "when": "2026-11-24T00:18:51.714575+00:00",
              "context_event_type": "automation_triggered", "context_domain": "automation",
              "context_entity_id": "automation.hall", "context_user_id": "person1"},
             {"state": "off", "entity_id": "light.hall_light", "name": "Hall light", "when": "2026-11-24T00:18:52.730348+00:00",
              "context_user_id": "person1", "context_domain": "light", "context_service": "turn_off",
              "context_event_type": "call_service"},
             {"name": "Bedtime", "message": "started", "entity_id": "script.bedtime", "context_id": "01SCRIPT",
              "domain": "script", "when": "2026-11-24T00:20:00+00:00"},
             {"state": "on", "entity_id": "light.kitchen", "when": "2026-11-24T00:20:01+00:00"}]
            """;

    private final LogbookNotes notes = new LogbookNotes();

    @Test
    void givesTheChangeOfAnAutomationTheContextOfItsRunAndNotTheUserBehindTheTrigger() {
        notes.addLogbook(Buffer.buffer(LOGBOOK));

        assertThat(notes.contextOf(LIGHT, ON)).isEqualTo(new Context("01RUN", null, null));
    }

    @Test
    void givesTheChangeOfAPersonTheContextOfTheCall() {
        // Given
        notes.addLogbook(Buffer.buffer(LOGBOOK));

        // When
        notes.addCalls(List.of(
                call("01OLD", OFF.minusSeconds(60)),
                call("01CALL", OFF.minusMillis(1)),
                call("01LATER", OFF.plusSeconds(5))));

        // Then
        assertThat(notes.contextOf(LIGHT, OFF)).isEqualTo(new Context("01CALL", null, "person1"));
    }

    @Test
    void knowsThePersonEvenIfTheCallIsNotKnown() {
        notes.addLogbook(Buffer.buffer(LOGBOOK));

        assertThat(notes.contextOf(LIGHT, OFF)).isEqualTo(new Context(null, null, "person1"));
    }

    @Test
    void doesNotTakeACallOfLongAgoForTheCause() {
        notes.addLogbook(Buffer.buffer(LOGBOOK));
        notes.addCalls(List.of(call("01OLD", OFF.minusSeconds(3600))));

        assertThat(notes.contextOf(LIGHT, OFF).id()).isNull();
    }

    @Test
    void knowsNothingOfWhatTheLogbookDoesNotExplain() {
        notes.addLogbook(Buffer.buffer(LOGBOOK));

        assertThat(notes.contextOf(new EntityId("light.kitchen"), Instant.parse("2026-11-24T00:20:01Z")))
                .isEqualTo(Context.UNKNOWN);
        assertThat(notes.contextOf(LIGHT, ON.plusSeconds(1))).isEqualTo(Context.UNKNOWN);
    }

    @Test
    void listsRunsAndStartsAsEvents() {
        notes.addLogbook(Buffer.buffer(LOGBOOK));

        assertThat(notes.events())
                .containsExactly(
                        new CoreStarted(Instant.parse("2026-11-24T00:13:02.250859Z"), Context.UNKNOWN),
                        new AutomationTriggered(
                                new EntityId("automation.hall"),
                                "state of binary_sensor.hall_motion",
                                Instant.parse("2026-11-24T00:18:51.713593Z"),
                                new Context("01RUN", null, null)),
                        new ScriptStarted(
                                new EntityId("script.bedtime"),
                                Instant.parse("2026-11-24T00:20:00Z"),
                                new Context("01SCRIPT", null, null)));
    }

    @Test
    void stillKnowsARunOfTheStretchBefore() {
        // Given
        notes.addLogbook(Buffer.buffer(LOGBOOK));

        // When
        notes.nextStretch();
        notes.addLogbook(Buffer.buffer("""
                [{"state": "off", "entity_id": "light.hall_light", "when": "2026-11-24T00:30:00+00:00",
                  "context_event_type": "automation_triggered", "context_entity_id": "automation.hall"}]
                """));

        // Then
        assertThat(notes.events()).isEmpty();
        assertThat(notes.contextOf(LIGHT, Instant.parse("2026-11-24T00:30:00Z")).id())
                .isEqualTo("01RUN");
    }

    @Test
    void explainsNothingFromAnAnswerThatIsNotReadable() {
        notes.addLogbook(Buffer.buffer("[{\"state\": \"on\""));

        assertThat(notes.events()).isEmpty();
        assertThat(notes.contextOf(LIGHT, ON)).isEqualTo(Context.UNKNOWN);
    }

    private static ServiceCall call(String id, Instant time) {
        return new ServiceCall(
                "light", "turn_off", List.of(LIGHT), Attributes.NONE, time, new Context(id, null, "person1"));
    }
}
