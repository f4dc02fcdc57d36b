package io.homeiq.contracts.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All schemas and samples as they lie in the jar. Schemas and samples are named by their path: {@code event/state.changed}. */
public final class SchemaShelf {

    private static final String ROOT = "urn:homeiq:schema:";

    private final ObjectMapper mapper = new WireJson().mapper();
    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final Map<String, Validator> validators = new HashMap<>();
    private final SchemaRepository repository = SchemaRepository.create(
            new JsonSchemaOptions().setBaseUri(ROOT).setDraft(Draft.DRAFT202012).setOutputFormat(OutputFormat.Basic));

    public SchemaShelf() {
        for (Path file : filesUnder("schema")) {
            JsonNode schema = tree(file);
            schemas.put(name(file, "schema"), schema);
            repository.dereference(schema.path("$id").asText(), JsonSchema.of(new JsonObject(schema.toString())));
        }
    }

    /** What the {@code $id} of the schema of this name must be. */
    static String urn(String name) {
        return ROOT + name.replace('/', ':') + ":1";
    }

    Map<String, JsonNode> schemas() {
        return schemas;
    }

    /** The schema, or the part of one, that a reference leads to from within the schema of this name. */
    public JsonNode resolve(String from, String reference) {
        int hash = reference.indexOf('#');
        String document = hash < 0 ? reference : reference.substring(0, hash);
        JsonNode schema = document.isEmpty() ? Objects.requireNonNull(schemas.get(from), from) : byUrn(document);
        return hash < 0 ? schema : schema.at(reference.substring(hash + 1));
    }

    /** The name of the schema in which a reference ends. */
    public String documentOf(String from, String reference) {
        int hash = reference.indexOf('#');
        String document = hash < 0 ? reference : reference.substring(0, hash);
        return document.isEmpty()
                ? from
                : document.substring(ROOT.length(), document.lastIndexOf(':')).replace(':', '/');
    }

    private JsonNode byUrn(String urn) {
        return schemas.values().stream()
                .filter(schema -> schema.path("$id").asText().equals(urn))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no schema is called " + urn));
    }

    /** What the schema of this name finds wrong with the document; empty if nothing. */
    List<String> faults(String name, JsonNode document) {
        OutputUnit output = validators
                .computeIfAbsent(name, key -> repository.validator(urn(key)))
                .validate(new JsonObject(document.toString()));
        if (Boolean.TRUE.equals(output.getValid())) {
            return List.of();
        }
        return output.getErrors().stream()
                .map(fault -> fault.getInstanceLocation() + " " + fault.getError())
                .toList();
    }

    /** The samples of the schema of this name, in order. */
    public List<Path> samples(String name) {
        return filesUnder("sample").stream()
                .filter(file -> name(file, "sample").startsWith(name + "/"))
                .toList();
    }

    static List<Path> allSamples() {
        return filesUnder("sample");
    }

    /** The name of the schema that a sample belongs to. */
    static String schemaOf(Path sample) {
        String name = name(sample, "sample");
        return name.substring(0, name.lastIndexOf('/'));
    }

    public JsonNode tree(Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static String name(Path file, String folder) {
        String path = root(folder).relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - ".json".length());
    }

    private static List<Path> filesUnder(String folder) {
        try (Stream<Path> files = Files.walk(root(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed", e);
        }
    }

    private static Path root(String folder) {
        URL url = Objects.requireNonNull(WireJson.class.getResource("/" + folder), folder);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(url + " is no path", e);
        }
    }
}
