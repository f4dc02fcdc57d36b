package io.homeiq.homeassistant.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The entities and services that a Home Assistant has now. */
final class Inventory {

    private final Set<String> entities = new HashSet<>();

    /** Services by domain, or a list of the integrations where only these are known. */
    private final JsonNode services;

    private Inventory(JsonNode services) {
        this.services = services;
    }

    /**
     * @param states as {@code get_states} answers
     * @param services as {@code get_services} answers, or else the {@code components} of {@code get_config}
     */
    static Inventory of(JsonNode states, JsonNode services) {
        Inventory inventory = new Inventory(services);
        states.forEach(state -> inventory.entities.add(state.path("entity_id").asText("")));
        return inventory;
    }

    /** What of the needed is missing, in one line with the cure; empty if all is there. */
    Optional<String> objection(Requirements needed) {
        List<String> missing = new ArrayList<>();
        needed.entities().stream()
                .filter(entity -> !entities.contains(entity))
                .forEach(entity -> missing.add("entity " + entity));
        needed.services().stream()
                .filter(service -> !hasService(service))
                .forEach(service -> missing.add("action " + service));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "this Home Assistant does not have, or has disabled, the " + String.join(", the ", missing)
                                + "; enable it, or wait for a suggestion that fits the home of today");
    }

    private boolean hasService(String name) {
        int dot = name.indexOf('.');
        String domain = name.substring(0, dot);
        if (services.isArray()) {
            for (JsonNode integration : services) {
                if (integration.asText("").equals(domain)) {
                    return true;
                }
            }
            return false;
        }
        return services.path(domain).has(name.substring(dot + 1));
    }
}
