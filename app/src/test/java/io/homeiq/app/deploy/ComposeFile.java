package io.homeiq.app.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.settings.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** {@code docker-compose.yml} as compose itself would understand it. */
public final class ComposeFile {

    private static final String NAME = "docker-compose.yml";

    private static final Map<Role, String> SERVICES = Map.of(
            Role.DATA, "data-api",
            Role.PATTERN, "ai-pattern-service",
            Role.TRAINING, "ai-training-service",
            Role.QUERY, "ai-query-service",
            Role.AUTOMATION, "ai-automation-service-new");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");

    private final JsonNode tree = Checkout.yaml(NAME);

    JsonNode tree() {
        return tree;
    }

    static String nameOf(Role role) {
        return SERVICES.getOrDefault(role, "");
    }

    JsonNode service(Role role) {
        return tree.path("services").path(nameOf(role));
    }

    /** The words that its container starts with, after the program. */
    public List<String> command(Role role) {
        return StreamSupport.stream(service(role).path("command").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /**
     * The variables that its container starts with.
     *
     * @param filled what stands in {@code .env}
     */
    public Map<String, String> environment(Role role, Map<String, String> filled) {
        Map<String, String> environment = new HashMap<>();
        service(role)
                .path("environment")
                .properties()
                .forEach(variable -> environment.put(
                        variable.getKey(),
                        VARIABLE.matcher(variable.getValue().asText())
                                .replaceAll(match -> Matcher.quoteReplacement(filled.getOrDefault(
                                        match.group(1), "-".equals(match.group(2)) ? match.group(3) : "")))));
        return environment;
    }

    /** The variables that must be filled in. */
    static Set<String> required() {
        Set<String> names = new HashSet<>();
        Matcher variables = VARIABLE.matcher(Checkout.text(NAME));
        while (variables.find()) {
            if ("?".equals(variables.group(2))) {
                names.add(variables.group(1));
            }
        }
        return names;
    }
}
