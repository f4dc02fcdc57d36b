package io.homeiq.contracts.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads a value type from one JSON string; what the type refuses is a fault at that place of the document. */
final class TextReader<T> extends StdScalarDeserializer<T> {

    private final Function<String, T> parse;
    private final String typeName;

    TextReader(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
        this.typeName = type.getSimpleName();
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            throw JsonMappingException.from(in, typeName + " must be text, was: " + in.currentToken());
        }
        try {
            return parse.apply(in.getText());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw JsonMappingException.from(in, String.valueOf(e.getMessage()), e);
        }
    }
}
