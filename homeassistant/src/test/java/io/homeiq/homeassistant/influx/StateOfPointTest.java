package io.homeiq.homeassistant.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.PagedStates;
import io.homeiq.homeassistant.source.SourceReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateOfPointTest {

    private static final Instant TIME = Instant.parse("2026-03-01T06:45:02.123456Z");

    private static StateChange state(String measurement, Map<String, String> tags, Map<String, Object> fields) {
        return Recorded.states(List.of(new Point(measurement, tags, fields, TIME)))
                .getFirst();
    }

    private static Map<String, String> tags(String domain, String object) {
        return Map.of("domain", domain, "entity_id", object);
    }

    @ParameterizedTest
    @CsvSource({
        "sensor, 21.5, 21.5",
        "sensor, 21, 21",
        "counter, -3, -3",
        "input_number, 20, 20.0",
        "sensor, 1e300, 1.0E300",
        "sensor, 0, 0"
    })
    void aNumberIsWrittenAsHomeAssistantMostProbablyDid(String domain, double value, String expected) {
        assertThat(state("x", tags(domain, "a"), Map.of("value", value)).after())
                .isEqualTo(expected);
    }

    @Test
    void aTextGoesBeforeTheNumberBesideIt() {
        // When
        StateChange change = state("lock.door", tags("lock", "door"), Map.of("state", "locked", "value", 1.0));

        // Then
        assertThat(change.after()).isEqualTo("locked");
        assertThat(change.attributes().values()).isEmpty();
    }

    @Test
    void anAttributeCalledValueOrStateKeepsItsName() {
        assertThat(state("sensor.a", tags("sensor", "a"), Map.of("state", "dry", "value", 7.0))
                        .attributes()
                        .values())
                .isEqualTo(Map.of("value", 7));
        assertThat(state("sensor.a", tags("sensor", "a"), Map.of("state", "on", "value", 1.0, "value_", 7.5))
                        .attributes()
                        .values())
                .isEqualTo(Map.of("value", 7.5));
        assertThat(state("sensor.a", tags("sensor", "a"), Map.of("value", 1.0, "state_str", "dry", "time_", 3.0))
                        .attributes()
                        .values())
                .isEqualTo(Map.of("state", "dry", "time", 3));
    }

    @Test
    void theNumberWithinATextIsNoAttribute() {
        // Given
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("firmware", 112.0);
        fields.put("firmware_str", "v1.12");
        fields.put("state", "on");

        // Then
        assertThat(state("switch.a", tags("switch", "a"), fields).attributes().values())
                .isEqualTo(Map.of("firmware", "v1.12"));
    }

    @ParameterizedTest
    @CsvSource({"W, sensor, W,", "sensor.power, sensor,,", "sensor__power, sensor,, power", "sensor, sensor,,"})
    void theMeasurementTellsUnitOrDeviceClass(String measurement, String domain, String unit, String deviceClass) {
        // When
        StateChange change = state(measurement, tags(domain, "power"), Map.of("value", 5.5));

        // Then
        assertThat(change.attributes().text("unit_of_measurement")).isEqualTo(unit);
        assertThat(change.attributes().text("device_class")).isEqualTo(deviceClass);
    }

    @Test
    void theUnitOfAFieldGoesBeforeTheMeasurement() {
        assertThat(state("all", tags("sensor", "a"), Map.of("value", 5.5, "unit_of_measurement_str", "W"))
                        .attributes()
                        .text("unit_of_measurement"))
                .isEqualTo("W");
    }

    @Test
    void equalAttributesAreKeptOnce() {
        // When
        List<StateChange> states = Recorded.states(List.of(
                new Point("l", tags("light", "a"), Map.of("state", "on", "brightness", 9.0), TIME),
                new Point("l", tags("light", "a"), Map.of("state", "dim", "brightness", 9.0), TIME)));

        // Then
        assertThat(states.getFirst().attributes()).isSameAs(states.getLast().attributes());
    }

    @Test
    void whatIsNoStateIsCountedByReason() {
        // Given
        List<HomeEvent> events = new ArrayList<>();
        StateOfPoint reader = new StateOfPoint();

        try (PagedStates page = new PagedStates(events::add)) {
            // When
            reader.tell(new Point("cpu", Map.of("host", "nas"), Map.of("value", 1.0), TIME), page);
            reader.tell(new Point("x", tags("light", "Not An Id"), Map.of("state", "on"), TIME), page);
            reader.tell(new Point("x", tags("light", "a"), Map.of("brightness", 4.0), TIME), page);
            reader.tell(new Point("x", tags("light", "a"), Map.of("state", "on"), Instant.EPOCH), page);
            reader.tell(new Point("x", tags("light", "a"), Map.of("state", "o".repeat(256)), TIME), page);
            reader.tell(new Point("x", tags("light", "a"), Map.of("state", "on"), TIME), page);
            reader.tell(new Point("y", tags("light", "a"), Map.of("state", "on"), TIME), page);
            page.endPage();

            // Then
            SourceReport report = page.report();
            assertThat(events).hasSize(1);
            assertThat(report.rows()).isEqualTo(7);
            assertThat(report.events()).isEqualTo(1);
            assertThat(report.skipped())
                    .isEqualTo(Map.of(
                            "no entity_id", 1L,
                            "impossible entity_id", 1L,
                            "no state", 1L,
                            "impossible time", 1L,
                            "state longer than 255 characters", 1L,
                            "told twice", 1L));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1772347502123456000, 2026-03-01T06:45:02.123456Z",
        "1772347502123455872, 2026-03-01T06:45:02.123456Z",
        "1772347502123456128, 2026-03-01T06:45:02.123456Z",
        "1772347502999999999, 2026-03-01T06:45:03Z",
        "-1000, 1969-12-31T23:59:59.999999Z"
    })
    void timesAreThoseThatHomeAssistantMeant(long nanos, Instant expected) {
        assertThat(Point.time(nanos)).isEqualTo(expected);
    }
}
