package io.homeiq.app.api;

import io.homeiq.app.api.ApiClient.Sent;
import io.homeiq.app.settings.Role;
import io.homeiq.service.http.ServerLimits;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Provokes what every operation of a service must refuse, as far as its document tells how. */
final class ErrorWalk {

    /** As an answer to a question that asks for more than the largest body that is taken anywhere. */
    private static final long TOO_MUCH = 33L * 1024 * 1024;

    private static final String UNKNOWN_FIELD = "colour_of_the_sky";

    private final Walker walker;
    private final ApiClient client;

    ErrorWalk(Walker walker, ApiClient client) {
        this.walker = walker;
        this.client = client;
    }

    void run(Role role) {
        for (Operation operation : walker.operations(role)) {
            String uri = nobody(operation.path());
            refuseAddress(role, operation, uri);
            if (operation.answers().containsKey(404)) {
                walker.call(role, operation.name(), toNobody(operation, uri + requiredQuery(operation)), 404);
            }
            wrongParameter(operation)
                    .ifPresent(wrong -> walker.call(role, operation.name(), plain(operation, uri + "?" + wrong), 400));
            if (operation.takesBody()) {
                refuseBody(role, operation, uri);
            }
        }
        walker.call(role, "GET /", Sent.get("/%zz"), 400);
    }

    private static Sent toNobody(Operation operation, String uri) {
        return operation.takesJson() ? Sent.json(operation.method(), uri, example(operation)) : plain(operation, uri);
    }

    private void refuseAddress(Role role, Operation operation, String uri) {
        walker.call(role, operation.name(), new Sent("PATCH", uri, Map.of(), null), 405);
        String large = "a".repeat(ServerLimits.MAX_HEADER_BYTES);
        String longUri = uri + "?q=" + "a".repeat(ServerLimits.MAX_REQUEST_LINE_BYTES);
        walker.call(role, operation.name(), plain(operation, longUri), 414);
        walker.call(role, operation.name(), new Sent(operation.method(), uri, Map.of("X-Large", large), null), 431);
    }

    private void refuseBody(Role role, Operation operation, String uri) {
        if (operation.bodies().containsKey("*/*")) {
            return;
        }
        Map<String, String> strange = Map.of("Content-Type", "image/png");
        walker.call(role, operation.name(), new Sent(operation.method(), uri, strange, Buffer.buffer("x")), 415);
        Map<String, String> json = Map.of("Content-Type", "application/json");
        Sent large = new Sent(operation.method(), uri, json, null);
        walker.judge(
                role,
                operation.name(),
                large,
                client.announce(walker.home().url(role), operation.method(), uri, json, TOO_MUCH),
                413);
        walker.call(role, operation.name(), Sent.json(operation.method(), uri, "{\"a\":"), 400, 422);
        if (isClosed(operation)) {
            String body =
                    new JsonObject(example(operation)).put(UNKNOWN_FIELD, 1).encode();
            Answer answer = walker.call(role, operation.name(), Sent.json(operation.method(), uri, body), 400, 422);
            if (!answer.object().getString("detail", "").contains(UNKNOWN_FIELD)) {
                walker.faults().add(operation + " does not name the field that it does not know: " + answer);
            }
        }
    }

    private static boolean isClosed(Operation operation) {
        JsonObject schema = operation.bodies().get("application/json");
        return schema != null
                && Boolean.FALSE.equals(operation.document().resolve(schema).getValue("additionalProperties"));
    }

    /** The first parameter whose values are limited, with one that it cannot have. */
    private static Optional<String> wrongParameter(Operation operation) {
        return operation.in("query").stream()
                .filter(parameter -> {
                    JsonObject schema = operation.document().resolve(parameter.schema());
                    return schema.containsKey("minimum") || schema.containsKey("enum");
                })
                .findFirst()
                .map(parameter -> parameter.name() + "=-7x");
    }

    /** So that what is missing is the thing and not a parameter. */
    private static String requiredQuery(Operation operation) {
        StringBuilder query = new StringBuilder();
        operation.in("query").stream()
                .filter(Parameter::required)
                .forEach(parameter -> query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.name())
                        .append('=')
                        .append(parameter.name().equals("entity_id") ? "light.nobody" : "nobody"));
        return query.toString();
    }

    private static String example(Operation operation) {
        JsonObject content = operation
                .document()
                .resolve(operation.described().getJsonObject("requestBody"))
                .getJsonObject("content")
                .getJsonObject("application/json");
        Object example = content.getValue("example");
        String text = example instanceof JsonObject object ? object.encode() : String.valueOf(example);
        return text.replace("light.hall", "light.nobody");
    }

    private static Sent plain(Operation operation, String uri) {
        return new Sent(operation.method(), uri, Map.of(), null);
    }

    private static String nobody(String path) {
        return path.startsWith("/api/entities/{id}") ? "/api/entities/light.nobody" : RealIds.filled(path, "nobody");
    }
}
