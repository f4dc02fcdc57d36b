package io.homeiq.contracts.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.List;

/**
 * Reads and writes the records of the contracts as JSON: fields in snake_case; times as RFC 3339 in UTC; durations as
 * ISO 8601; enums in lower case; ids as text; what is null is left out; sets in order. The same value always gives the
 * same bytes. On the way in unknown fields are ignored, while a missing, null or wrongly typed required field is refused.
 *
 * <p>Immutable and safe to share between threads. Making one costs milliseconds, so keep it.
 */
public final class WireJson {

    /** How deep documents may nest; a Home Assistant automation stays far below. */
    public static final int MAX_DEPTH = 100;

    private final ObjectMapper mapper = buildMapper();

    /** UTF-8, without white space. Throws {@link WireException} if the value has no JSON form. */
    public byte[] toBytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    /** As {@link #toBytes}, as text. */
    public String toText(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    /**
     * Reads one JSON document in UTF-8; nothing may follow it.
     *
     * @throws WireException if it is no JSON, or does not fit the type
     */
    public <T> T read(byte[] json, Class<T> type) {
        try {
            return present(mapper.readValue(json, type), type.getSimpleName());
        } catch (IOException e) {
            throw unreadable(type.getSimpleName(), e);
        }
    }

    /**
     * As {@link #read(byte[], Class)}, for what somebody has just written by hand or program: a field that the type does not know is refused too, since
     * it is a mistake that would go unnoticed.
     *
     * @param what names the document in the exception, for example {@code the body}
     */
    public <T> T readStrictly(byte[] json, Class<T> type, String what) {
        try {
            return present(
                    mapper.readerFor(type)
                            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .readValue(json),
                    what);
        } catch (IOException e) {
            throw unreadable(what, e);
        }
    }

    /** As {@link #read(byte[], Class)}. */
    public <T> T read(String json, Class<T> type) {
        try {
            return present(mapper.readValue(json, type), type.getSimpleName());
        } catch (IOException e) {
            throw unreadable(type.getSimpleName(), e);
        }
    }

    /**
     * A list as one JSON array. Beside {@link #toText(Object)} it knows the type of the members, so that those of a
     * sealed type carry the word that tells them apart.
     */
    public <T> String toText(List<? extends T> values, Class<T> type) {
        try {
            return mapper.writerFor(listOf(type)).writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw unwritable(values, e);
        }
    }

    /**
     * Reads one JSON array; null is no member of it.
     *
     * @throws WireException if it is no JSON array, or a member does not fit the type
     */
    public <T> List<T> readList(String json, Class<T> type) {
        String what = "a list of " + type.getSimpleName();
        try {
            List<T> values = present(mapper.readValue(json, listOf(type)), what);
            int hole = values.indexOf(null);
            if (hole >= 0) {
                throw new WireException(
                        WireException.Kind.UNREADABLE, "cannot read " + what + ": [" + hole + "] is null");
            }
            return List.copyOf(values);
        } catch (IOException e) {
            throw unreadable(what, e);
        }
    }

    private CollectionType listOf(Class<?> member) {
        return mapper.getTypeFactory().constructCollectionType(List.class, member);
    }

    /** Jackson's own view of the same format, for callers that need trees or lists. A copy: keep it, it costs milliseconds. */
    public ObjectMapper mapper() {
        return mapper.copy();
    }

    /** The shared one, which nobody outside may configure. */
    ObjectMapper sharedMapper() {
        return mapper;
    }

    static WireException unreadable(String what, IOException cause) {
        return new WireException(
                WireException.Kind.UNREADABLE, "cannot read " + what + ": " + Problem.describe(cause), cause);
    }

    static WireException unwritable(Object value, IOException cause) {
        String what = value.getClass().getSimpleName();
        return new WireException(
                WireException.Kind.UNWRITABLE, "cannot write " + what + ": " + Problem.describe(cause), cause);
    }

    private static <T> T present(T value, String what) {
        if (value == null) {
            throw new WireException(WireException.Kind.UNREADABLE, "cannot read " + what + ": the document is null");
        }
        return value;
    }

    private static ObjectMapper buildMapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(factory)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .annotationIntrospector(new WireConventions())
                .addModule(new WireModule())
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return beStrict(builder).build();
    }

    /** By default Jackson reads "5" as 5, 5.9 as 5, null as 0, true as "true" and an enum by its number. */
    private static JsonMapper.Builder beStrict(JsonMapper.Builder builder) {
        return builder.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                });
    }
}
