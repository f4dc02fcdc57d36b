package io.homeiq.app;

import io.homeiq.contracts.json.WireJson;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The JSON Schemas of the contracts, asked about files that the command line wrote. */
final class WireSchemas {

    private static final String ROOT = "urn:homeiq:schema:";
    private static final List<String> NAMES = List.of(
            "common",
            "home",
            "pattern",
            "rule",
            "suggestion",
            "file/automation",
            "file/attribution",
            "file/patterns",
            "file/suggestions");

    private final SchemaRepository repository = SchemaRepository.create(
            new JsonSchemaOptions().setBaseUri(ROOT).setDraft(Draft.DRAFT202012).setOutputFormat(OutputFormat.Basic));

    WireSchemas() {
        for (String name : NAMES) {
            JsonObject schema = read("/schema/" + name + ".json");
            repository.dereference(schema.getString("$id"), JsonSchema.of(schema));
        }
    }

    /** What the schema of this name, such as {@code file/suggestions}, finds wrong with a document; empty if nothing. */
    List<String> faults(String name, String document) {
        OutputUnit output =
                repository.validator(ROOT + name.replace('/', ':') + ":1").validate(new JsonObject(document));
        return Boolean.TRUE.equals(output.getValid())
                ? List.of()
                : output.getErrors().stream()
                        .map(fault -> fault.getInstanceLocation() + " " + fault.getError())
                        .toList();
    }

    private static JsonObject read(String resource) {
        try (InputStream in = WireJson.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("there is no " + resource);
            }
            return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
