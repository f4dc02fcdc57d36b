package io.homeiq.homeassistant.influx;

import io.homeiq.homeassistant.influx.InfluxHttp.Question;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks version 1 by InfluxQL. Each measurement is asked by a statement of its own, because one over all of them would
 * give every row the columns of all; a few hundred statements go in one question.
 */
final class InfluxQlPages implements HistoryPages {

    /** Statements of one question. */
    private static final int MAX_STATEMENTS = 200;

    /** Rows of one piece of an answer. */
    private static final int CHUNK_ROWS = 5_000;

    private final InfluxAddress.One address;
    private final InfluxHttp http;
    private final InfluxFaults faults;

    /** Asked when it is first needed: the database must be there for it. */
    private @Nullable List<String> measurements;

    InfluxQlPages(InfluxAddress.One address, InfluxHttp http, InfluxFaults faults) {
        this.address = address;
        this.http = http;
        this.faults = faults;
    }

    @Override
    public @Nullable Instant next(Instant from) {
        Earliest earliest = new Earliest();
        askOfEach(
                "SELECT \"value\", \"state\" FROM %s WHERE time >= " + Point.nanos(from) + " ORDER BY time LIMIT 1",
                earliest::accept);
        return earliest.time;
    }

    /** Keeps the earliest time that it hears of. */
    private static final class Earliest {
        private @Nullable Instant time;

        void accept(Point point) {
            if (time == null || point.time().isBefore(time)) {
                time = point.time();
            }
        }
    }

    @Override
    public void read(Instant from, Instant to, Consumer<Point> sink) {
        String period = " WHERE time >= " + Point.nanos(from) + " AND time < " + Point.nanos(to);
        askOfEach("SELECT * FROM %s" + period + " GROUP BY *", sink);
    }

    /** Asks the same of every measurement, whose name stands for the %s. */
    private void askOfEach(String statement, Consumer<Point> sink) {
        List<String> all = measurements();
        for (int from = 0; from < all.size(); from += MAX_STATEMENTS) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MAX_STATEMENTS));
            String statements = some.stream()
                    .map(name -> statement.replace("%s", table(name)))
                    .collect(Collectors.joining(";"));
            ask(statements, some.size(), sink);
        }
    }

    private List<String> measurements() {
        List<String> known = measurements;
        if (known == null) {
            known = askForMeasurements();
            measurements = known;
        }
        return known;
    }

    /** The first statement is there to fail if there is no such database: the second is then content with nothing. */
    private List<String> askForMeasurements() {
        List<String> names = new ArrayList<>();
        ask(
                "SHOW RETENTION POLICIES ON " + quoted(address.database())
                        + ";SHOW MEASUREMENTS WHERE \"domain\" =~ /.+/ AND \"entity_id\" =~ /.+/",
                2,
                row -> {
                    if (row.measurement().equals("measurements")) {
                        names.add(String.valueOf(row.fields().get("name")));
                    }
                });
        return names;
    }

    private void ask(String statements, int count, Consumer<Point> sink) {
        String path = "/query?db=" + AddressText.encoded(address.database()) + "&epoch=ns&chunked=true&chunk_size="
                + CHUNK_ROWS;
        String body = "q=" + URLEncoder.encode(statements, StandardCharsets.UTF_8);
        InfluxQlAnswer answer = new InfluxQlAnswer(faults, sink);
        http.ask(new Question(path, "application/x-www-form-urlencoded", body, "json"), answer::read);
        answer.expectStatements(count);
    }

    private String table(String measurement) {
        String name = quoted(measurement);
        return address.retention() == null ? name : quoted(address.retention()) + "." + name;
    }

    static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
