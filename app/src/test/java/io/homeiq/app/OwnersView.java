package io.homeiq.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.homeiq.testing.HomeAssistantProcess;

/** What the owner of a Home Assistant sees of it, by its own interface. */
final class OwnersView implements AutoCloseable {

    private final Web web;
    private final String api;

    OwnersView(HomeAssistantProcess home) {
        web = Web.withToken(home.token());
        api = home.url() + "/api/";
    }

    /** The state of an entity; empty if it is not there. */
    String state(String entity) {
        Web.Answer answer = web.get(api + "states/" + entity);
        return answer.isOk() ? answer.body().path("state").asText() : "";
    }

    /** The entity of the automation with this id; missing if there is none. */
    JsonNode automation(String id) {
        for (JsonNode state : web.read(api + "states")) {
            if (state.path("entity_id").asText().startsWith("automation.")
                    && state.at("/attributes/id").asText().equals(id)) {
                return state;
            }
        }
        return MissingNode.getInstance();
    }

    /** As its editor shows the automation; missing if there is none. */
    JsonNode configuration(String automationId) {
        Web.Answer answer = web.get(api + "config/automation/config/" + automationId);
        return answer.isOk() ? answer.body() : MissingNode.getInstance();
    }

    String template(String template) {
        return web.post(api + "template", "{\"template\": \"" + template + "\"}")
                .body()
                .asText();
    }

    @Override
    public void close() {
        web.close();
    }
}
