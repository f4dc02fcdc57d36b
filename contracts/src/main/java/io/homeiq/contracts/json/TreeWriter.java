package io.homeiq.contracts.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a wrapped JSON-like map as that map: in its order, nulls included, since there a null may mean something. */
final class TreeWriter<T> extends StdSerializer<T> {

    private final Function<T, Map<String, @Nullable Object>> unwrap;

    TreeWriter(Class<T> type, Function<T, Map<String, @Nullable Object>> unwrap) {
        super(type);
        this.unwrap = unwrap;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
        write(unwrap.apply(value), out);
    }

    private static void write(@Nullable Object value, JsonGenerator out) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Boolean flag -> out.writeBoolean(flag);
            case Number number -> write(number, out);
            case Map<?, ?> map -> write(map, out);
            case Iterable<?> values -> write(values, out);
            default ->
                throw JsonMappingException.from(
                        out, "not JSON-like: " + value.getClass().getName());
        }
    }

    private static void write(Map<?, ?> map, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.writeFieldName(String.valueOf(entry.getKey()));
            write(entry.getValue(), out);
        }
        out.writeEndObject();
    }

    private static void write(Iterable<?> values, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Object value : values) {
            write(value, out);
        }
        out.writeEndArray();
    }

    private static void write(Number number, JsonGenerator out) throws IOException {
        switch (number) {
            case Integer whole -> out.writeNumber(whole);
            case Long whole -> out.writeNumber(whole);
            case BigInteger whole -> out.writeNumber(whole);
            case BigDecimal decimal -> out.writeNumber(decimal);
            case Float decimal -> out.writeNumber(decimal);
            case Short whole -> out.writeNumber(whole);
            case Byte whole -> out.writeNumber(whole.intValue());
            default -> out.writeNumber(number.doubleValue());
        }
    }
}
