package io.homeiq.app.api;

import io.homeiq.app.settings.Role;
import io.homeiq.service.http.ServerLimits;
import io.homeiq.service.http.ServerSettings;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of {@code docs/api.md}: the same documents and template always give the same. */
final class ApiPage {

    private static final String COMMON_TAG = "service";
    private static final String HEAD = "| call | with | what |\n|---|---|---|\n";

    /** As of every server that is told nothing else. */
    private static final Duration IDLE = new ServerSettings("127.0.0.1", 0).idleTimeout();

    private final Map<Role, OpenApiDocument> documents;

    ApiPage(Map<Role, OpenApiDocument> documents) {
        this.documents = new EnumMap<>(documents);
    }

    String write(String template) {
        String common = rows(documents.values().iterator().next().operations().stream()
                .filter(ApiPage::isCommon)
                .toList());
        String services = documents.entrySet().stream()
                .map(entry -> section(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n\n"));
        return template.replace("{{body}}", number(ServerLimits.MAX_BODY_BYTES))
                .replace("{{line}}", number(ServerLimits.MAX_REQUEST_LINE_BYTES))
                .replace("{{headers}}", number(ServerLimits.MAX_HEADER_BYTES))
                .replace("{{connections}}", number(ServerLimits.MAX_CONNECTIONS))
                .replace("{{idle}}", number(IDLE.toSeconds()))
                .replace("{{common}}", common)
                .replace("{{services}}", services);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String section(Role role, OpenApiDocument document) {
        String info = document.root().getJsonObject("info").getString("description");
        List<Operation> own = document.operations().stream()
                .filter(operation -> !isCommon(operation))
                .toList();
        return "## " + document.root().getJsonObject("info").getString("title") + ", port " + role.defaultPort() + "\n"
                + info + "\n\n" + rows(own);
    }

    private static boolean isCommon(Operation operation) {
        return operation.described().getJsonArray("tags").contains(COMMON_TAG);
    }

    private static String rows(List<Operation> operations) {
        return HEAD + operations.stream().map(ApiPage::row).collect(Collectors.joining("\n"));
    }

    private static String row(Operation operation) {
        Stream<String> parameters = operation.in("query").stream().map(parameter -> "`" + parameter.name() + "`");
        String with = Stream.concat(parameters, body(operation)).collect(Collectors.joining(", "));
        return "| `" + operation.name() + "` | " + with + " | "
                + operation.described().getString("summary") + " |";
    }

    /** What the body holds, in braces. */
    private static Stream<String> body(Operation operation) {
        JsonObject schema = operation.bodies().get("application/json");
        if (!operation.takesBody() || operation.bodies().size() > 1 || schema == null) {
            return operation.takesBody() ? Stream.of("a file") : Stream.empty();
        }
        List<String> fields = operation.document().fields(schema);
        return fields.isEmpty() ? Stream.empty() : Stream.of("`{" + String.join(", ", fields) + "}`");
    }
}
