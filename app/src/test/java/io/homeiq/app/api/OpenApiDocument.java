package io.homeiq.app.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** An OpenAPI document as a service serves it, with its references resolved where somebody looks. */
final class OpenApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
    private static final String REFERENCE = "$ref";

    private final String service;
    private final JsonObject root;

    private OpenApiDocument(String service, JsonObject root) {
        this.service = service;
        this.root = root;
    }

    static OpenApiDocument parse(String service, String yaml) {
        Object tree = new Load(LoadSettings.builder().setLabel(service).build()).loadFromString(yaml);
        try {
            return new OpenApiDocument(service, new JsonObject(JSON.writeValueAsString(tree)));
        } catch (JsonProcessingException e) {
            throw new AssertionError("the document of " + service + " has no JSON form", e);
        }
    }

    String service() {
        return service;
    }

    JsonObject root() {
        return root;
    }

    JsonObject schemas() {
        return root.getJsonObject("components").getJsonObject("schemas");
    }

    /** In the order of the document. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        JsonObject paths = root.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            item.fieldNames().stream()
                    .filter(METHODS::contains)
                    .forEach(method -> operations.add(operation(path, method, item)));
        }
        return operations;
    }

    private Operation operation(String path, String method, JsonObject item) {
        JsonObject described = item.getJsonObject(method);
        List<Parameter> parameters = new ArrayList<>();
        for (JsonObject holder : List.of(item, described)) {
            objects(holder.getJsonArray("parameters", new JsonArray()))
                    .forEach(parameter -> parameters.add(Parameter.of(resolve(parameter))));
        }
        Map<Integer, JsonObject> answers = new TreeMap<>();
        JsonObject said = described.getJsonObject("responses");
        said.fieldNames().forEach(status -> answers.put(Integer.valueOf(status), resolve(said.getJsonObject(status))));
        return new Operation(
                this, method.toUpperCase(Locale.ROOT), path, described, parameters, bodies(described), answers);
    }

    private Map<String, JsonObject> bodies(JsonObject described) {
        Map<String, JsonObject> bodies = new TreeMap<>();
        JsonObject content = resolve(described.getJsonObject("requestBody", new JsonObject()))
                .getJsonObject("content", new JsonObject());
        content.fieldNames()
                .forEach(type -> bodies.put(type, content.getJsonObject(type).getJsonObject("schema")));
        return bodies;
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    /** The names of what an object of this schema may hold. */
    List<String> fields(JsonObject schema) {
        return List.copyOf(
                resolve(schema).getJsonObject("properties", new JsonObject()).fieldNames());
    }

    /** What an object refers to; itself if it is no reference. What stands beside the reference counts too. */
    JsonObject resolve(JsonObject object) {
        String to = object.getString(REFERENCE);
        if (to == null) {
            return object;
        }
        JsonObject found = root;
        for (String step : to.substring("#/".length()).split("/", -1)) {
            found = found.getJsonObject(step);
            if (found == null) {
                throw new AssertionError("the document of " + service + " has no " + to);
            }
        }
        JsonObject beside = object.copy();
        beside.remove(REFERENCE);
        return resolve(found).copy().mergeIn(beside);
    }
}
