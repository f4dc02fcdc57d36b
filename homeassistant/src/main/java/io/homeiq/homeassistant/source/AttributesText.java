package io.homeiq.homeassistant.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.Attributes;
import java.io.IOException;
import java.util.IdentityHashMap;

/**
 * Writes attributes as JSON. A history reads the same attributes from the same object again and again, so that their text is
 * remembered by the object. Not thread-safe.
 */
final class AttributesText {

    /** About as many current sets of attributes as a large home has. */
    static final int MAX_REMEMBERED = 4_096;

    private final ObjectMapper mapper;
    private final IdentityHashMap<Attributes, SerializableString> texts = new IdentityHashMap<>();

    AttributesText(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void write(JsonGenerator json, Attributes attributes) throws IOException {
        if (attributes.values().isEmpty()) {
            json.writeStartObject();
            json.writeEndObject();
            return;
        }
        SerializableString known = texts.get(attributes);
        if (known == null) {
            known = new SerializedString(mapper.writeValueAsString(attributes.values()));
            // They come in the order of the days: what is in use is remembered again soon.
            if (texts.size() >= MAX_REMEMBERED) {
                texts.clear();
            }
            texts.put(attributes, known);
        }
        json.writeRawValue(known);
    }
}
