package io.homeiq.app.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds values against schemas of one document. Safe to share between threads. */
final class SchemaCheck {

    private static final String IN_DOCUMENT = "#/components/schemas/";
    private static final String BASE = "urn:openapi:";

    private final SchemaRepository repository;
    private final String base;
    private final Map<String, Validator> validators = new ConcurrentHashMap<>();

    SchemaCheck(OpenApiDocument document) {
        this.base = BASE + document.service();
        this.repository = SchemaRepository.create(new JsonSchemaOptions()
                .setBaseUri(base)
                .setDraft(Draft.DRAFT202012)
                .setOutputFormat(OutputFormat.Basic));
        JsonObject shelf = new JsonObject().put("$id", base).put("$defs", moved(document.schemas()));
        repository.dereference(base, JsonSchema.of(shelf));
    }

    /** What is wrong with the value; empty if nothing. */
    List<String> faults(JsonObject schema, Object value) {
        Validator validator = validators.computeIfAbsent(
                schema.encode(),
                key -> repository.validator(
                        JsonSchema.of(moved(schema).put("$id", base + ":" + Integer.toHexString(key.hashCode())))));
        OutputUnit output = validator.validate(value);
        if (Boolean.TRUE.equals(output.getValid())) {
            return List.of();
        }
        List<OutputUnit> errors = output.getErrors();
        return errors == null || errors.isEmpty()
                ? List.of("does not fit its schema")
                : errors.stream()
                        .map(fault -> fault.getInstanceLocation() + " " + fault.getError())
                        .toList();
    }

    /** A copy in which references lead to where the schemas stand here. */
    private JsonObject moved(JsonObject schema) {
        JsonObject copy = new JsonObject();
        schema.forEach(member -> copy.put(member.getKey(), movedValue(member.getKey(), member.getValue())));
        return copy;
    }

    private Object movedValue(String key, Object value) {
        if (value instanceof JsonObject object) {
            return moved(object);
        }
        if (value instanceof JsonArray array) {
            JsonArray copy = new JsonArray();
            array.forEach(member -> copy.add(movedValue("", member)));
            return copy;
        }
        boolean isReference = key.equals("$ref") && value instanceof String to && to.startsWith(IN_DOCUMENT);
        return isReference ? base + "#/$defs/" + String.valueOf(value).substring(IN_DOCUMENT.length()) : value;
    }
}
