package io.homeiq.store.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.store.StoreException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes as text of one form: keys in order, so that equal content is equal text. */
final class AttributesJson {

    private final ObjectWriter writer;
    private final ObjectReader reader;

    AttributesJson() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        writer = mapper.writer();
        reader = mapper.readerFor(new TypeReference<Map<String, @Nullable Object>>() {});
    }

    String write(Attributes attributes) {
        try {
            return writer.writeValueAsString(attributes.values());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("attributes must be JSON-like, were not: " + e.getOriginalMessage(), e);
        }
    }

    Attributes read(String content) {
        try {
            return new Attributes(reader.readValue(content));
        } catch (JsonProcessingException e) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    "The history holds attributes that are no JSON: " + e.getOriginalMessage()
                            + ". Restore a copy of the file, or move it away and import again.",
                    e);
        }
    }
}
