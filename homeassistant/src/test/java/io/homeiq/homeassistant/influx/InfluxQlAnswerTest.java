package io.homeiq.homeassistant.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfluxQlAnswerTest {

    private final List<Point> points = new ArrayList<>();
    private final InfluxQlAnswer answer = new InfluxQlAnswer(new InfluxFaults(Recorded.ONE), points::add);

    private void read(String text) throws IOException {
        answer.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aRecordedPageBecomesStatesInOrderOfTime() throws IOException {
        // When
        answer.read(Recorded.open("influxql-page.ndjson"));
        answer.expectStatements(5);

        // Then
        assertThat(Recorded.states(points).stream().map(Recorded::line))
                .containsExactly(
                        "2026-03-01T06:45:02.123456Z light.hall null -> on",
                        "2026-03-01T06:45:03Z sensor.hall_temperature null -> 21.5",
                        "2026-03-01T06:45:04Z climate.living null -> heat",
                        "2026-03-01T06:45:10Z light.strip null -> off",
                        "2026-03-01T06:46:42.123456Z light.hall on -> off",
                        "2026-03-01T06:46:43Z sensor.hall_temperature 21.5 -> 21",
                        "2026-03-01T06:48:22.123456Z light.hall off -> on");
    }

    @Test
    void attributesComeBackFromTheirFields() throws IOException {
        // When
        answer.read(Recorded.open("influxql-page.ndjson"));

        // Then
        List<StateChange> states = Recorded.states(points);
        assertThat(states.get(0).attributes().values())
                .isEqualTo(Map.of(
                        "brightness",
                        128,
                        "color_mode",
                        "brightness",
                        "friendly_name",
                        "Hall",
                        "supported_features",
                        44));
        assertThat(states.get(1).attributes().values())
                .isEqualTo(Map.of(
                        "device_class", "temperature",
                        "friendly_name", "Hall \"temperature\"",
                        "unit_of_measurement", "°C"));
        assertThat(states.get(2).attributes().values())
                .isEqualTo(Map.of("hvac_modes", "['heat', 'off']", "temperature", 20.5));
        assertThat(states.get(4).attributes().values())
                .containsEntry("brightness", null)
                .containsEntry("rgb_color", "(255, 200, 100)");
        assertThat(states.get(6).attributes().number("brightness")).isEqualTo(200.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"results\":[{\"statement_id\":0,\"error\":\"database not found: home_assistant\"}]}",
                "{\"error\":\"retention policy not found\"}"
            })
    void anErrorOfTheDatabaseNamesTheCure(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.MISSING))
                .hasMessageStartingWith("influxdb://nas:8086/home_assistant: ")
                .hasMessageContaining("check the names in the address");
    }

    @Test
    void anotherErrorIsToldAsItIs() {
        assertThatThrownBy(() -> read("{\"results\":[{\"error\":\"max-select-point limit exceeded: (7/6)\"}]}"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("max-select-point limit exceeded: (7/6)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"results\":[{\"statement_id\":0}]}",
                "{\"results\":[{\"statement_id\":0}]}{\"results\":[{\"statement_id\":1,\"partial\":true}]}"
            })
    void halfAnAnswerIsNoAnswer(String text) throws IOException {
        // When
        read(text);

        // Then
        assertThatThrownBy(() -> answer.expectStatements(2))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.DAMAGED))
                .hasMessageContaining("half an answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "[]",
                "{\"results\":[{\"statement_id\":0,\"series\":[{\"name\":\"a\",\"columns\":[\"time\"],\"values\":[[1,2]]}]}]}",
                "{\"results\":[{\"statement_id\":0,\"series\":[{\"name\":\"a\",\"columns\":[\"time\"],\"values\":[[1"
            })
    void whatIsNoAnswerFails(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }
}
