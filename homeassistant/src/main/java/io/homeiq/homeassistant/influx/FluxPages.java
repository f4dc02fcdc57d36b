package io.homeiq.homeassistant.influx;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.homeassistant.influx.InfluxHttp.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks version 2 by Flux. The database puts the fields of one moment side by side, so that a row is a state. */
final class FluxPages implements HistoryPages {

    /** Other programs may write into the same bucket. */
    private static final String OF_HOME_ASSISTANT = "\n  |> filter(fn: (r) => exists r.domain and exists r.entity_id)";

    private final InfluxAddress.Two address;
    private final InfluxHttp http;
    private final InfluxFaults faults;
    private final ObjectMapper json = new ObjectMapper();

    FluxPages(InfluxAddress.Two address, InfluxHttp http, InfluxFaults faults) {
        this.address = address;
        this.http = http;
        this.faults = faults;
    }

    @Override
    public @Nullable Instant next(Instant from) {
        List<Instant> times = new ArrayList<>();
        ask(
                bucket() + "\n  |> range(start: " + from + ")"
                        + OF_HOME_ASSISTANT
                        + "\n  |> filter(fn: (r) => r._field == \"value\" or r._field == \"state\")"
                        + "\n  |> first()\n  |> keep(columns: [\"_time\"])\n  |> sort(columns: [\"_time\"])"
                        + "\n  |> limit(n: 1)",
                point -> times.add(point.time()));
        return times.isEmpty() ? null : times.getFirst();
    }

    @Override
    public void read(Instant from, Instant to, Consumer<Point> sink) {
        ask(
                bucket() + "\n  |> range(start: " + from + ", stop: " + to + ")"
                        + OF_HOME_ASSISTANT
                        + "\n  |> pivot(rowKey: [\"_time\"], columnKey: [\"_field\"], valueColumn: \"_value\")"
                        + "\n  |> drop(columns: [\"_start\", \"_stop\"])",
                sink);
    }

    private String bucket() {
        return "from(bucket: " + quoted(address.bucket()) + ")";
    }

    private void ask(String flux, Consumer<Point> sink) {
        ObjectNode body = json.createObjectNode().put("type", "flux").put("query", flux);
        ObjectNode dialect = body.putObject("dialect").put("header", true).put("delimiter", ",");
        dialect.putArray("annotations").add("datatype").add("group").add("default");
        String path = "/api/v2/query?org=" + AddressText.encoded(address.org());
        FluxAnswer answer = new FluxAnswer(faults, sink);
        http.ask(new Question(path, "application/json", body.toString(), "csv"), answer::read);
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "\\${") + "\"";
    }
}
