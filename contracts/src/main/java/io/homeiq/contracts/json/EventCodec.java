package io.homeiq.contracts.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventType;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Events as structured CloudEvents 1.0 in JSON. The envelope's {@code source} is {@code /homeiq/{home}/{service}}, its
 * {@code subject} follows from the data, its {@code dataschema} names the schema with its version.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class EventCodec {

    /** The most bytes that a message on the bus may have. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int USUAL_BYTES = 1024;

    private final ObjectMapper mapper;
    private final Map<EventType, ObjectReader> readers = new EnumMap<>(EventType.class);

    public EventCodec(WireJson json) {
        mapper = json.sharedMapper();
        // The data is only a part of the document: something does follow it. And a service reads few of the types, so
        // what a type looks like is found out when the first one comes: for all of them it takes a tenth of a second.
        ObjectReader part = mapper.reader()
                .without(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.EAGER_DESERIALIZER_FETCH);
        for (EventType type : EventType.values()) {
            readers.put(type, part.forType(type.data()));
        }
    }

    /**
     * The payload to publish on the event's topic.
     *
     * @throws WireException of kind {@code TOO_LARGE} if it would exceed {@link #MAX_BYTES}
     */
    public byte[] encode(Event<?> event) {
        String type = event.type().wireName();
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(USUAL_BYTES);
                JsonGenerator out = mapper.createGenerator(bytes)) {
            EnvelopeWriter.write(event, out, mapper);
            out.flush();
            return checkSize(bytes.toByteArray(), type);
        } catch (IOException e) {
            throw WireJson.unwritable(event.data(), e);
        }
    }

    /** Reads a message that came in on an event's topic. Never throws, whatever the bytes are. */
    public Decoded decode(byte[] message) {
        if (message.length > MAX_BYTES) {
            return new Decoded.Unreadable(tooLarge("the message", message.length));
        }
        try (JsonParser in = mapper.createParser(message)) {
            return new Decoded.Readable(new EnvelopeReader(in, readers).read());
        } catch (IOException e) {
            return new Decoded.Unreadable(Problem.describe(e));
        }
    }

    static byte[] checkSize(byte[] message, String what) {
        if (message.length > MAX_BYTES) {
            throw new WireException(WireException.Kind.TOO_LARGE, tooLarge(what, message.length));
        }
        return message;
    }

    static String tooLarge(String what, int bytes) {
        return what + " has " + bytes + " bytes, more than the " + MAX_BYTES + " that the bus allows";
    }
}
