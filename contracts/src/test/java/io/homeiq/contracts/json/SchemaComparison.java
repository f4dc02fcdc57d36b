package io.homeiq.contracts.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.file.TruthFile;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Walks a type and its schema side by side and notes where they say different things. One walk an object. */
final class SchemaComparison {

    private final SchemaShelf shelf;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    SchemaComparison(SchemaShelf shelf) {
        this.shelf = shelf;
    }

    List<String> differences(Class<?> type, String schemaName) {
        compare(type, schemaName, shelf.resolve(schemaName, "#"), type.getSimpleName());
        return differences;
    }

    private void compare(Type type, String document, JsonNode schema, String at) {
        if (schema.path("anyOf").path(0).path("type").asText().equals("null")) {
            compare(type, document, schema.path("anyOf").path(1), at);
            return;
        }
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asText();
            String target = shelf.documentOf(document, reference);
            if (seen.add(type + " " + target + " " + reference)) {
                compare(type, target, shelf.resolve(document, reference), at);
            }
            return;
        }
        switch (RecordShape.of(type)) {
            case RecordShape.Fields shape -> compareFields(shape, document, schema, at);
            case RecordShape.OneOf shape -> compareChoices(shape, document, schema, at);
            case RecordShape.Items shape -> {
                expect(at, "type", "array", typeOf(schema));
                compare(shape.member(), document, schema.path("items"), at + "[]");
            }
            case RecordShape.Words shape -> expect(at, "words", shape.allowed(), texts(schema.path("enum")));
            case RecordShape.Plain shape -> comparePlain(shape, schema, at);
        }
    }

    private void comparePlain(RecordShape.Plain shape, JsonNode schema, String at) {
        boolean words = shape.jsonType().equals("string") && schema.path("enum").isArray();
        if (!words) {
            expect(at, "type", shape.jsonType(), typeOf(schema));
        }
    }

    private void compareFields(RecordShape.Fields shape, String document, JsonNode schema, String at) {
        List<String> names =
                shape.fields().stream().map(RecordShape.Field::name).toList();
        boolean everyField = shape.type().getPackageName().equals(TruthFile.class.getPackageName());
        List<String> required = shape.fields().stream()
                .filter(field -> field.required() || everyField)
                .map(RecordShape.Field::name)
                .toList();
        expect(at, "fields", names, withoutWord(fieldNames(schema.path("properties")), schema));
        expect(at, "required", required, withoutWord(texts(schema.path("required")), schema));
        for (RecordShape.Field field : shape.fields()) {
            JsonNode part = schema.path("properties").path(field.name());
            compare(field.type(), document, part, at + "." + field.name());
        }
    }

    private void compareChoices(RecordShape.OneOf shape, String document, JsonNode schema, String at) {
        List<String> words = new ArrayList<>();
        for (JsonNode choice : schema.path("oneOf")) {
            JsonNode properties = choice.path("properties");
            String word = properties.path(shape.discriminator()).path("const").asText();
            words.add(word);
            boolean demanded = texts(choice.path("required")).contains(shape.discriminator());
            expect(at + "(" + word + ")", "demand for " + shape.discriminator(), true, demanded);
            Class<?> record = shape.choices().get(word);
            if (record != null) {
                compare(record, document, choice, at + "(" + word + ")");
            }
        }
        expect(
                at,
                "choices",
                List.copyOf(shape.choices().keySet()),
                words.stream().sorted().toList());
    }

    private void expect(String at, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differences.add(at + ": " + what + " is " + expected + " in Java and " + actual + " in the schema");
        }
    }

    /** The word that tells records apart is no component of them. */
    private static List<String> withoutWord(List<String> names, JsonNode schema) {
        return names.stream()
                .filter(name -> !schema.path("properties").path(name).has("const"))
                .toList();
    }

    /** Of {@code ["string", "null"]} the first. */
    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private static List<String> fieldNames(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
