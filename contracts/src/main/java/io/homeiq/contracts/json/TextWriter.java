package io.homeiq.contracts.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.function.Function;

/** Writes a value type as one JSON string. */
final class TextWriter<T> extends StdScalarSerializer<T> {

    private final Function<T, String> print;

    TextWriter(Class<T> type, Function<T, String> print) {
        super(type);
        this.print = print;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeString(print.apply(value));
    }
}
