package io.homeiq.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantRest;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Whether Home Assistant loads {@code automations.yaml}, into which it writes what is deployed. It does not say so itself; that one automation
 * of this file runs proves it.
 */
final class AutomationsFile {

    private static final String NAME = "automations";
    private static final String INCLUDE = "\"automation: !include automations.yaml\"";

    /** So many are looked up in the file; each is one call. */
    private static final int MAX_LOOKED_UP = 10;

    private final Vertx vertx;
    private final HomeAssistantSettings settings;
    private final HomeAssistantSocket socket;

    AutomationsFile(Vertx vertx, HomeAssistantSettings settings, HomeAssistantSocket socket) {
        this.vertx = vertx;
        this.settings = settings;
        this.socket = socket;
    }

    Finding finding() {
        JsonNode components = command("get_config").path("components");
        if (!contains(components, "automation")) {
            return Finding.mend(
                    NAME,
                    "Home Assistant has not loaded its automations, so it would not run what is deployed",
                    "put the line " + INCLUDE + " into its configuration.yaml, and restart it");
        }
        List<String> ids = StreamSupport.stream(command("get_states").spliterator(), false)
                .filter(state -> state.path("entity_id").asText().startsWith("automation."))
                .map(state -> state.at("/attributes/id").asText())
                .filter(id -> !id.isEmpty())
                .limit(MAX_LOOKED_UP)
                .toList();
        HomeAssistantRest rest = new HomeAssistantRest(vertx, settings);
        try {
            return ids.stream().anyMatch(id -> rest.automation(id).await().isPresent())
                    ? Finding.good(NAME, "automations.yaml is loaded")
                    : Finding.remark(
                            NAME, "none of automations.yaml runs yet; configuration.yaml needs the line " + INCLUDE);
        } catch (HomeAssistantException e) {
            return Finding.remark(NAME, "whether automations.yaml is loaded, only an administrator's token can tell");
        } finally {
            rest.close();
        }
    }

    private JsonNode command(String type) {
        return socket.command(new JsonObject().put("type", type)).await();
    }

    private static boolean contains(JsonNode list, String text) {
        return StreamSupport.stream(list.spliterator(), false)
                .anyMatch(item -> item.asText().equals(text));
    }
}
