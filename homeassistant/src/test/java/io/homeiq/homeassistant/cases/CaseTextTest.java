package io.homeiq.homeassistant.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.homeassistant.template.HomeAssistantTemplates;
import io.homeiq.replay.Happening;
import io.homeiq.replay.Replay;
import io.homeiq.replay.device.Echo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTextTest {

    private static final String CASE = """
            {"id":"c1","home":{"time_zone":"Europe/Amsterdam","latitude":52.1,"longitude":5.1},
             "start":"2026-03-28T20:00:00+00:00","end":"2026-03-28T21:00:00+00:00",
             "initial":[{"entity_id":"binary_sensor.hall","state":"off"}],
             "events":[{"time":"2026-03-28T20:00:06+00:00","entity_id":"binary_sensor.hall","state":null},
                       {"time":"2026-03-28T20:00:05+00:00","entity_id":"binary_sensor.hall","state":"on"}],
             "automation":{"triggers":[{"trigger":"state","entity_id":"binary_sensor.hall","to":"on"}],
               "actions":[{"action":"light.turn_on","target":{"entity_id":"light.hall"},"data":{"brightness":"{{ 2 * 5 }}"}}]},
             "echo":%s}
            """;

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void putsEventsInOrderOfTime() {
        // When
        CaseText text = CaseText.read(CASE.formatted("true"), mapper);

        // Then
        assertThat(text.id()).isEqualTo("c1");
        assertThat(text.events())
                .extracting(event -> ((Happening.StateTaken) event).state())
                .containsExactly("on", null);
        assertThat(text.question().echo()).isEqualTo(Echo.WITHIN);
    }

    @Test
    void takesZeroSecondsForNoEchoAsTheReferenceDoes() {
        assertThat(CaseText.read(CASE.formatted("0"), mapper).question().echo()).isEqualTo(Echo.NONE);
        assertThat(CaseText.read(CASE.formatted("2.5"), mapper).question().echo())
                .isEqualTo(Echo.after(2.5));
    }

    @Test
    void answersInTheShapeOfTheFile() {
        // Given
        CaseText text = CaseText.read(CASE.formatted("true"), mapper);

        // When
        Map<String, @Nullable Object> answer =
                AnswerText.of(text.id(), new Replay(new HomeAssistantTemplates()).ask(text.question(), text.events()));

        // Then
        assertThat(answer).containsEntry("id", "c1").containsEntry("unsupported", List.of());
        assertThat(answer.get("firings").toString())
                .isEqualTo("[{time=2026-03-28T20:00:05.000000+00:00, trigger=0, outcome=ran, condition=null, "
                        + "actions=[{time=2026-03-28T20:00:05.000000+00:00, action=light.turn_on, "
                        + "entity_id=[light.hall], data={brightness=10}}]}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"id\":\"c\"}",
                "{\"id\":\"c\",\"start\":\"yesterday\",\"end\":\"2026-03-28T21:00:00+00:00\"}",
                "{\"id\":\"c\",\"start\":\"2026-03-28T21:00:00Z\",\"end\":\"2026-03-28T20:00:00Z\"}",
                "{\"id\":\"c\",\"start\":\"2026-03-28T20:00:00Z\",\"end\":\"2026-03-28T21:00:00Z\",\"events\":[3]}"
            })
    void saysInOneLineWhyALineIsNoCase(String line) {
        assertThatThrownBy(() -> CaseText.read(line, mapper))
                .isInstanceOf(CaseException.class)
                .message()
                .isNotBlank()
                .hasLineCount(1);
    }
}
