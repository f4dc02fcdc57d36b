package io.homeiq.homeassistant.influx;

import static java.util.Objects.requireNonNull;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.PagedStates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Answers of an InfluxDB as files, and what is made of points. */
final class Recorded {

    static final InfluxAddress.One ONE = (InfluxAddress.One) InfluxAddress.parse("influxdb://nas:8086/home_assistant");
    static final InfluxAddress.Two TWO =
            (InfluxAddress.Two) InfluxAddress.parse("influxdb2://nas:8086/home/Home%20Assistant");

    private Recorded() {}

    static InputStream open(String name) {
        return requireNonNull(Recorded.class.getResourceAsStream(name), name);
    }

    static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The states of one page of points, in order. */
    static List<StateChange> states(List<Point> points) {
        List<HomeEvent> events = new ArrayList<>();
        StateOfPoint reader = new StateOfPoint();
        try (PagedStates page = new PagedStates(events::add)) {
            points.forEach(point -> reader.tell(point, page));
            page.endPage();
        }
        return events.stream().map(StateChange.class::cast).toList();
    }

    static String line(StateChange change) {
        return change.time() + " " + change.entityId() + " " + change.before() + " -> " + change.after();
    }
}
