package io.homeiq.homeassistant.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveEventsTest {

    private final LiveEvents reader = new LiveEvents();
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void leavesTheCodeOfAnAlarmOutOfTheCall() throws JsonProcessingException {
        // Given
        String event = """
                {"event_type":"call_service","data":{"domain":"alarm_control_panel","service":"alarm_disarm",
                 "service_data":{"entity_id":["alarm_control_panel.house"],"code":"1234"}},"origin":"LOCAL",
                 "time_fired":"2026-11-24T00:00:00+00:00","context":{"id":"01A","parent_id":null,"user_id":"u"}}
                """;

        // When
        var read = reader.read(mapper.readTree(event));

        // Then
        assertThat(read).get().isInstanceOfSatisfying(ServiceCall.class, call -> {
            assertThat(call.targets()).containsExactly(new EntityId("alarm_control_panel.house"));
            assertThat(call.data().values()).containsOnlyKeys("entity_id");
        });
    }

    @Test
    void readsAStateWithItsContext() throws JsonProcessingException {
        // Given
        String event = """
                {"event_type":"state_changed","data":{"entity_id":"light.hall",
                 "old_state":{"entity_id":"light.hall","state":"off","attributes":{}},
                 "new_state":{"entity_id":"light.hall","state":"on","attributes":{"brightness":7},
                   "last_changed":"2026-11-24T00:00:01+00:00","last_updated":"2026-11-24T00:00:01+00:00",
                   "context":{"id":"01A","parent_id":"01P","user_id":"u"}}},
                 "time_fired":"2026-11-24T00:00:01+00:00","context":{"id":"01A","parent_id":"01P","user_id":"u"}}
                """;

        // When
        var read = reader.read(mapper.readTree(event));

        // Then
        assertThat(read).get().isInstanceOfSatisfying(StateChange.class, change -> {
            assertThat(change.before()).isEqualTo("off");
            assertThat(change.after()).isEqualTo("on");
            assertThat(change.context()).isEqualTo(new Context("01A", "01P", "u"));
        });
    }

    @Test
    void ignoresWhatDoesNotBelongToAHistory() throws JsonProcessingException {
        assertThat(reader.read(mapper.readTree("{\"event_type\":\"themes_updated\",\"data\":{}}")))
                .isEmpty();
        assertThat(reader.read(mapper.readTree("[]"))).isEmpty();
    }

    @Test
    void readsTheLogbooksCallsAndDoesNotBlameThePersonBehindATriggerForThem() throws JsonProcessingException {
        // Given
        String calls = """
                [{"domain":"light","service":"turn_on","service_data":{"entity_id":["light.hall"]},"context_id":"01RUN",
                  "when":1795479531.71392,"context_event_type":"automation_triggered","context_user_id":"u"},
                 {"domain":"light","service":"turn_off","service_data":{"entity_id":"light.hall"},"context_id":"01CALL",
                  "when":1795479532.729487,"context_user_id":"u"},
                 {"domain":"input_boolean","service":"turn_off","service_data":{},"context_id":"01CALL",
                  "when":1795479532.729945,"context_user_id":"u","context_event_type":"call_service"}]
                """;

        // When
        List<ServiceCall> read = reader.calls(mapper.readTree(calls));

        // Then
        assertThat(read)
                .extracting(ServiceCall::context)
                .containsExactly(
                        new Context("01RUN", null, null),
                        new Context("01CALL", null, "u"),
                        new Context("01CALL", null, "u"));
        assertThat(read.getFirst().time()).isEqualTo(Instant.parse("2026-11-24T00:18:51.713920Z"));
    }
}
