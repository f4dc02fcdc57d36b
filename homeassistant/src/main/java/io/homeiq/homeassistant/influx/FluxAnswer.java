package io.homeiq.homeassistant.influx;

import io.homeiq.homeassistant.source.CsvRecords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what version 2 answers: comma separated values, with lines that begin with # on type and group of each column,
 * and a new header wherever the columns change. One row is in memory at a time. For one answer; not thread-safe.
 */
final class FluxAnswer {

    /** Annotation, result and table stand before it. */
    private static final int FIRST_OF_ROW = 3;

    /** An error comes as a table of its own, with a place for the annotation or without. */
    private static final int ERROR_COLUMNS = 3;

    private final InfluxFaults faults;
    private final Consumer<Point> sink;
    private List<String> types = List.of();
    private List<String> groups = List.of();

    /** The names of the columns; empty: they come with the next row. */
    private List<String> header = List.of();

    FluxAnswer(InfluxFaults faults, Consumer<Point> sink) {
        this.faults = faults;
        this.sink = sink;
    }

    /** @throws io.homeiq.homeassistant.source.SourceException if InfluxDB tells an error instead of rows */
    void read(InputStream answer) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
        CsvRecords records = new CsvRecords(text, ',');
        List<String> values = CsvRecords.values();
        while (records.next(values)) {
            if (records.isTooLong()) {
                throw new IOException("a row longer than any state can be");
            }
            if (values.size() > 1) {
                take(values);
            }
        }
    }

    private void take(List<String> values) throws IOException {
        switch (values.getFirst()) {
            case "#datatype" -> {
                types = List.copyOf(values);
                header = List.of();
            }
            case "#group" -> groups = List.copyOf(values);
            case "#default" -> {} // only of the name of the result, which is of no use here
            default -> {
                if (header.isEmpty()) {
                    header = List.copyOf(values);
                } else {
                    row(values);
                }
            }
        }
    }

    private void row(List<String> values) throws IOException {
        if (header.getLast().equals("reference") && header.contains("error") && header.size() <= ERROR_COLUMNS) {
            throw faults.refused(values.get(header.indexOf("error")));
        }
        if (values.size() != header.size() || types.size() != header.size() || groups.size() != header.size()) {
            throw new IOException("a row of " + values.size() + " values under " + header.size() + " columns");
        }
        String measurement = "";
        Instant time = Instant.EPOCH;
        Map<String, String> tags = new LinkedHashMap<>();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = FIRST_OF_ROW; i < values.size(); i++) {
            String value = values.get(i);
            switch (header.get(i)) {
                case "_measurement" -> measurement = value;
                case "_time" -> time = time(value);
                default -> put(i, value, tags, fields);
            }
        }
        sink.accept(new Point(measurement, tags, fields, time));
    }

    /** Nothing between the commas is a null. */
    private void put(int column, String text, Map<String, String> tags, Map<String, Object> fields) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        String name = header.get(column);
        if (groups.get(column).equals("true")) {
            tags.put(name, text);
            return;
        }
        @Nullable Object value = value(types.get(column), text);
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static @Nullable Object value(String type, String text) throws IOException {
        try {
            return switch (type) {
                case "double", "long", "unsignedLong" -> Double.valueOf(text);
                case "boolean" -> Boolean.valueOf(text);
                case "string" -> text;
                default -> null;
            };
        } catch (NumberFormatException e) {
            throw new IOException("no number: " + text, e);
        }
    }

    private static Instant time(String text) throws IOException {
        try {
            return Point.time(Point.nanos(Instant.parse(text)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IOException("no time: " + text, e);
        }
    }
}
