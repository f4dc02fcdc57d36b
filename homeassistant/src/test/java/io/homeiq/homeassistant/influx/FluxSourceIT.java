package io.homeiq.homeassistant.influx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.influx.FakeInflux.Asked;
import io.homeiq.homeassistant.influx.FakeInflux.Said;
import io.homeiq.homeassistant.source.SourceReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Version 2 by its recorded answers: what is asked of it, and what is made of them. */
class FluxSourceIT {

    private static final String CSV = "text/csv; charset=utf-8";
    private static final String FIRST_TIME = """
            #datatype,string,long,dateTime:RFC3339\r
            #group,false,false,false\r
            #default,_result,,\r
            ,result,table,_time\r
            ,,0,2026-03-01T06:45:02.123456Z\r
            \r
            """;

    private final List<HomeEvent> read = new ArrayList<>();

    @Test
    void asksWithTheTokenAndReadsWhatWasRecorded() throws IOException {
        try (FakeInflux influx = new FakeInflux(
                Said.good(CSV, FIRST_TIME), Said.good(CSV, Recorded.text("flux-page.csv")), Said.good(CSV, "\r\n"))) {
            // Given
            InfluxAddress address =
                    InfluxAddress.parse("influxdb2://127.0.0.1:" + influx.port() + "/my%20home/Home%20Assistant");

            // When
            SourceReport report = InfluxSource.of(address, new InfluxLogin(null, null, "t0ken"))
                    .read(read::add);

            // Then
            assertThat(report.events()).isEqualTo(4);
            assertThat(read.stream().map(StateChange.class::cast).map(Recorded::line))
                    .startsWith("2026-03-01T06:45:02.123456Z light.hall null -> on")
                    .endsWith("2026-03-01T06:46:43Z sensor.hall_temperature 21.5 -> 21");
            assertThat(influx.questions()).hasSize(4).allSatisfy(asked -> {
                assertThat(asked.path()).isEqualTo("/api/v2/query?org=my%20home");
                assertThat(asked.authorization()).isEqualTo("Token t0ken");
                assertThat(asked.type()).isEqualTo("application/json");
            });
            assertThat(flux(influx.questions().get(0))).isEqualTo("""
                    from(bucket: "Home Assistant")
                      |> range(start: 1970-01-01T00:00:00Z)
                      |> filter(fn: (r) => exists r.domain and exists r.entity_id)
                      |> filter(fn: (r) => r._field == "value" or r._field == "state")
                      |> first()
                      |> keep(columns: ["_time"])
                      |> sort(columns: ["_time"])
                      |> limit(n: 1)""");
            assertThat(flux(influx.questions().get(1))).isEqualTo("""
                    from(bucket: "Home Assistant")
                      |> range(start: 2026-03-01T06:45:02.123455Z, stop: 2026-03-01T09:45:02.123455Z)
                      |> filter(fn: (r) => exists r.domain and exists r.entity_id)
                      |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")
                      |> drop(columns: ["_start", "_stop"])""");
        }
    }

    private static String flux(Asked asked) throws IOException {
        JsonNode body = new ObjectMapper().readTree(asked.body());
        assertThat(body.at("/dialect/annotations")).hasSize(3);
        return body.path("query").textValue();
    }

    @Test
    void aBucketNameCannotBreakOutOfTheQuestion() {
        assertThat(FluxPages.quoted("a\" |> drop ${x}\\")).isEqualTo("\"a\\\" |> drop \\${x}\\\\\"");
    }
}
