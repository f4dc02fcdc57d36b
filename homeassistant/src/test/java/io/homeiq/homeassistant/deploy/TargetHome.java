package io.homeiq.homeassistant.deploy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.homeassistant.client.AccessToken;
import io.homeiq.homeassistant.client.Await;
import io.homeiq.homeassistant.client.HomeAssistantRest;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.homeassistant.client.HomeAssistantUrl;
import io.homeiq.testing.HomeAssistantProcess;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** A real Home Assistant that automations are put into, as its owner sees it. */
final class TargetHome implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HomeAssistantProcess home = HomeAssistantProcess.startSampleHome();
    private final HomeAssistantRest rest = new HomeAssistantRest(vertx, settings(home.token()));

    Vertx vertx() {
        return vertx;
    }

    HomeAssistantProcess process() {
        return home;
    }

    HomeAssistantRest rest() {
        return rest;
    }

    HomeAssistantSettings settings(String token) {
        return HomeAssistantSettings.of(HomeAssistantUrl.parse(home.url()), new AccessToken(token));
    }

    HomeAssistantSettings settings() {
        return settings(home.token());
    }

    Map<String, Object> storedTree(String id) {
        return new ObjectMapper()
                .convertValue(Await.result(rest.automation(id)).orElseThrow(), new TypeReference<>() {});
    }

    String automationsFile() throws IOException {
        return Files.readString(home.folder().resolve("automations.yaml"));
    }

    void call(String domain, String service, String entity) {
        Await.result(rest.callService(domain, service, Map.of("entity_id", entity)));
    }

    String stateOf(String entity) {
        for (JsonNode state : Await.result(rest.states())) {
            if (state.path("entity_id").asText().equals(entity)) {
                return state.path("state").asText();
            }
        }
        return "missing";
    }

    /** Asks one thing over a connection of its own. */
    JsonNode ask(JsonObject command) {
        return Await.result(HomeAssistantSocket.connect(vertx, settings())
                .compose(socket -> socket.command(command).eventually(socket::close)));
    }

    /** The id of the label of this name. */
    String labelId(String name) {
        for (JsonNode label : ask(new JsonObject().put("type", "config/label_registry/list"))) {
            if (label.path("name").asText().equals(name)) {
                return label.path("label_id").asText();
            }
        }
        throw new AssertionError("there is no label " + name);
    }

    @Override
    public void close() {
        Await.result(rest.close());
        home.close();
        Await.result(vertx.close());
    }
}
