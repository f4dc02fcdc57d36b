package io.homeiq.homeassistant.influx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what version 1 answers in pieces: documents of JSON one behind the other, each with rows of one statement. One
 * row is in memory at a time. For one answer; not thread-safe.
 */
final class InfluxQlAnswer {

    private static final JsonFactory JSON = new JsonFactory();

    private final InfluxFaults faults;
    private final Consumer<Point> sink;

    /** The statements of which something came; each is answered, be it with nothing. */
    private long lastStatement = -1;

    private boolean isPartial;

    InfluxQlAnswer(InfluxFaults faults, Consumer<Point> sink) {
        this.faults = faults;
        this.sink = sink;
    }

    /** @throws io.homeiq.homeassistant.source.SourceException if InfluxDB tells an error instead of rows */
    void read(InputStream answer) throws IOException {
        try (JsonParser json = JSON.createParser(answer)) {
            while (json.nextToken() != null) {
                expect(json, JsonToken.START_OBJECT);
                for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                    json.nextToken();
                    switch (key) {
                        case "results" -> eachOf(json, this::result);
                        case "error" -> throw faults.refused(json.getText());
                        default -> json.skipChildren();
                    }
                }
            }
        }
    }

    /** A statement whose rows go on in another piece that never came, or of which nothing came. */
    void expectStatements(int count) {
        if (isPartial || lastStatement + 1 < count) {
            throw faults.half((lastStatement + 1) + " of " + count + " statements");
        }
    }

    @FunctionalInterface
    private interface Element {
        void read(JsonParser json) throws IOException;
    }

    private static void eachOf(JsonParser json, Element element) throws IOException {
        expect(json, JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read(json);
        }
    }

    private void result(JsonParser json) throws IOException {
        expect(json, JsonToken.START_OBJECT);
        isPartial = false;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "statement_id" -> lastStatement = json.getLongValue();
                case "series" -> eachOf(json, this::series);
                case "partial" -> isPartial = json.getBooleanValue();
                case "error" -> throw faults.refused(json.getText());
                default -> json.skipChildren();
            }
        }
    }

    private void series(JsonParser json) throws IOException {
        expect(json, JsonToken.START_OBJECT);
        String name = "";
        Map<String, String> tags = Map.of();
        List<String> columns = List.of();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "name" -> name = json.getText();
                case "tags" -> tags = tags(json);
                case "columns" -> columns = columns(json);
                case "values" -> rows(json, name, tags, columns);
                default -> json.skipChildren();
            }
        }
    }

    private static Map<String, String> tags(JsonParser json) throws IOException {
        Map<String, String> tags = new LinkedHashMap<>();
        expect(json, JsonToken.START_OBJECT);
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            String value = json.nextTextValue();
            if (value != null && !value.isEmpty()) {
                tags.put(key, value);
            }
        }
        return tags;
    }

    private static List<String> columns(JsonParser json) throws IOException {
        List<String> columns = new ArrayList<>();
        eachOf(json, name -> columns.add(name.getText()));
        return columns;
    }

    private void rows(JsonParser json, String name, Map<String, String> tags, List<String> columns) throws IOException {
        eachOf(json, row -> {
            expect(row, JsonToken.START_ARRAY);
            Map<String, Object> fields = new LinkedHashMap<>();
            long nanos = 0;
            for (int i = 0; row.nextToken() != JsonToken.END_ARRAY; i++) {
                if (i >= columns.size()) {
                    throw new JsonParseException(row, "a row with more values than columns");
                }
                if (columns.get(i).equals("time")) {
                    nanos = row.getLongValue();
                } else {
                    put(fields, columns.get(i), value(row));
                }
            }
            sink.accept(new Point(name, tags, fields, Point.time(nanos)));
        });
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static @Nullable Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> {
                json.skipChildren();
                yield null;
            }
        };
    }

    private static void expect(JsonParser json, JsonToken token) throws IOException {
        if (json.currentToken() != token) {
            throw new JsonParseException(json, "unexpected " + json.currentToken());
        }
    }
}
