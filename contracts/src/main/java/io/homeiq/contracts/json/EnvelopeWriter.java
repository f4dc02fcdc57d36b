package io.homeiq.contracts.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.home.HomeId;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes one CloudEvents envelope, the type before the data so that a reader knows what comes. */
final class EnvelopeWriter {

    static final String SPEC_VERSION = "1.0";
    static final String CONTENT_TYPE = "application/json";

    private static final Pattern SOURCE = Pattern.compile("/homeiq/([^/]+)/([^/]+)");

    private EnvelopeWriter() {}

    static void write(Event<?> event, JsonGenerator out, ObjectMapper mapper) throws IOException {
        out.writeStartObject();
        out.writeStringField("specversion", SPEC_VERSION);
        out.writeStringField("id", event.id().value());
        out.writeStringField("source", source(event.home(), event.source()));
        out.writeStringField("type", event.type().wireName());
        out.writeStringField("time", event.time().toString());
        out.writeStringField("subject", event.data().subject());
        out.writeStringField("datacontenttype", CONTENT_TYPE);
        out.writeStringField("dataschema", Schemas.urn(event.type()));
        out.writeFieldName("data");
        mapper.writeValue(out, event.data());
        out.writeEndObject();
    }

    /** CloudEvents want a URI reference that, with the id, tells one event from every other. */
    private static String source(HomeId home, String service) {
        return "/homeiq/" + home + "/" + service;
    }

    /** Home and service out of an envelope's source. */
    static String[] partsOfSource(String source) {
        Matcher matcher = SOURCE.matcher(source);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("source must be /homeiq/{home}/{service}, was: " + source);
        }
        return new String[] {matcher.group(1), matcher.group(2)};
    }
}
