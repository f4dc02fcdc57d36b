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

class FluxAnswerTest {

    private final List<Point> points = new ArrayList<>();
    private final FluxAnswer answer = new FluxAnswer(new InfluxFaults(Recorded.TWO), points::add);

    private void read(String text) throws IOException {
        answer.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aRecordedPageBecomesStatesInOrderOfTime() throws IOException {
        // When
        answer.read(Recorded.open("flux-page.csv"));

        // Then
        assertThat(Recorded.states(points).stream().map(Recorded::line))
                .containsExactly(
                        "2026-03-01T06:45:02.123456Z light.hall null -> on",
                        "2026-03-01T06:45:03Z sensor.hall_temperature null -> 21.5",
                        "2026-03-01T06:46:42.123456Z light.hall on -> off",
                        "2026-03-01T06:46:43Z sensor.hall_temperature 21.5 -> 21");
    }

    @Test
    void tagsAndFieldsBecomeAttributes() throws IOException {
        // When
        answer.read(Recorded.open("flux-page.csv"));

        // Then
        List<StateChange> states = Recorded.states(points);
        assertThat(states.get(0).attributes().values())
                .isEqualTo(Map.of("brightness", 128, "friendly_name", "Hall", "supported_features", 44));
        assertThat(states.get(1).attributes().values())
                .isEqualTo(Map.of(
                        "source", "HA",
                        "device_class", "temperature",
                        "friendly_name", "Hall \"temperature\", north",
                        "unit_of_measurement", "°C"));
    }

    @Test
    void anErrorAmongTheRowsEndsTheReading() {
        assertThatThrownBy(() -> answer.read(Recorded.open("flux-error.csv")))
                .isInstanceOf(SourceException.class)
                .hasMessage("influxdb2://nas:8086/home/Home%20Assistant: refused a question: "
                        + "runtime error: shard is gone");
    }

    @Test
    void anErrorWithoutAnnotationsEndsTheReadingToo() {
        assertThatThrownBy(() -> read("error,reference\r\ncould not find bucket \"x\",897\r\n"))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.MISSING));
    }

    @Test
    void anEmptyAnswerHoldsNothing() throws IOException {
        // When
        read("\r\n");

        // Then
        assertThat(points).isEmpty();
    }

    @Test
    void aRowThatIsCutOffFails() {
        // Given
        String all = Recorded.text("flux-page.csv");
        String cut = all.substring(0, all.indexOf(",Hall,off"));

        // Then
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class).hasMessageContaining("under 12 columns");
    }
}
