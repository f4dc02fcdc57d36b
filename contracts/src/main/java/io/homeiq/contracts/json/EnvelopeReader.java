package io.homeiq.contracts.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.home.HomeId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one CloudEvents envelope, its fields in any order. Data that comes before its type is kept until that is known. */
final class EnvelopeReader {

    private static final Set<String> TEXTS =
            Set.of("specversion", "id", "source", "type", "time", "datacontenttype", "dataschema");

    private final JsonParser in;
    private final Map<EventType, ObjectReader> readers;
    private final Map<String, String> texts = new HashMap<>();
    private @Nullable EventData data;
    private @Nullable TokenBuffer early;

    EnvelopeReader(JsonParser in, Map<EventType, ObjectReader> readers) {
        this.in = in;
        this.readers = readers;
    }

    Event<?> read() throws IOException {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw refuse("an event must be a JSON object");
        }
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            readField(name);
        }
        if (in.nextToken() != null) {
            throw refuse("something follows the event");
        }
        return event(type());
    }

    private void readField(String name) throws IOException {
        if (name.equals("data")) {
            readData();
        } else if (!TEXTS.contains(name)) {
            in.skipChildren();
        } else if (in.hasToken(JsonToken.VALUE_STRING)) {
            texts.put(name, in.getText());
        } else {
            throw refuse(name + " must be text");
        }
    }

    private void readData() throws IOException {
        if (texts.containsKey("specversion") && texts.containsKey("type")) {
            data = readData(type(), in);
        } else {
            TokenBuffer buffer = new TokenBuffer(in);
            buffer.copyCurrentStructure(in);
            early = buffer;
        }
    }

    private EventData readData(EventType type, JsonParser source) throws IOException {
        ObjectReader reader = readers.get(type);
        if (reader == null || !source.hasToken(JsonToken.START_OBJECT)) {
            throw refuse("data must be an object");
        }
        try {
            return reader.readValue(source);
        } catch (JsonMappingException e) {
            e.prependPath(EventData.class, "data");
            throw e;
        }
    }

    private EventType type() throws JsonMappingException {
        String version = required("specversion");
        if (!version.equals(EnvelopeWriter.SPEC_VERSION)) {
            throw refuse("specversion must be " + EnvelopeWriter.SPEC_VERSION + ", was: " + version);
        }
        String name = required("type");
        return EventType.named(name).orElseThrow(() -> refuse("type is not known: " + name));
    }

    private Event<?> event(EventType type) throws IOException {
        checkOptional("datacontenttype", EnvelopeWriter.CONTENT_TYPE);
        checkOptional("dataschema", Schemas.urn(type));
        EventData known = data != null ? data : readEarly(type);
        try {
            String[] source = EnvelopeWriter.partsOfSource(required("source"));
            return new Event<>(
                    new EventId(required("id")),
                    new HomeId(source[0]),
                    source[1],
                    Instant.parse(required("time")),
                    known);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw JsonMappingException.from(in, String.valueOf(e.getMessage()), e);
        }
    }

    private EventData readEarly(EventType type) throws IOException {
        if (early == null) {
            throw refuse("data is missing");
        }
        try (JsonParser source = early.asParserOnFirstToken()) {
            return readData(type, source);
        }
    }

    private void checkOptional(String name, String expected) throws JsonMappingException {
        String value = texts.getOrDefault(name, expected);
        if (!value.equals(expected)) {
            throw refuse(name + " must be " + expected + ", was: " + value);
        }
    }

    private String required(String name) throws JsonMappingException {
        String value = texts.get(name);
        if (value == null) {
            throw refuse(name + " is missing");
        }
        return value;
    }

    private JsonMappingException refuse(String reason) {
        return JsonMappingException.from(in, reason);
    }
}
