package io.homeiq.app.api;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * One method of one path of one service.
 *
 * @param document of the service
 * @param method in upper case
 * @param path with its parameters in braces
 * @param bodies the schema of the body by media type; empty if it takes none
 * @param answers what is told of each status, references resolved
 */
record Operation(
        OpenApiDocument document,
        String method,
        String path,
        JsonObject described,
        List<Parameter> parameters,
        Map<String, JsonObject> bodies,
        Map<Integer, JsonObject> answers) {

    /** For example {@code GET /api/v1/events}, as {@code GET /} lists it. */
    String name() {
        return method + " " + path;
    }

    List<Parameter> in(String place) {
        return parameters.stream().filter(parameter -> parameter.isIn(place)).toList();
    }

    boolean takesBody() {
        return !bodies.isEmpty();
    }

    boolean takesJson() {
        return bodies.containsKey("application/json");
    }

    @Override
    public String toString() {
        return document.service() + " " + name();
    }
}
