package io.homeiq.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.homeiq.testing.HomeAssistantProcess;

/** What the owner of a Home Assistant sees of it, by its own interface. */
public final class OwnersView implements AutoCloseable {

    private final Web web;
    private final String api;

    public OwnersView(HomeAssistantProcess home) {
        web = Web.withToken(home.token());
        api = home.url() + "/api/";
    }

    /** The state of an entity; empty if it is not there. */
    public String state(String entity) {
        Web.Answer answer = web.get(api + "states/" + entity);
        return answer.isOk() ? answer.body().path("state").asText() : "";
    }

    /** All entities as they are now. */
    public JsonNode states() {
        return web.read(api + "states");
    }

    /** The entity of the automation with this id; missing if there is none. */
    public JsonNode automation(String id) {
        for (JsonNode state : states()) {
            if (state.path("entity_id").asText().startsWith("automation.")
                    && state.at("/attributes/id").asText().equals(id)) {
                return state;
            }
        }
        return MissingNode.getInstance();
    }

    /** As its editor shows the automation; missing if there is none. */
    public JsonNode configuration(String automationId) {
        Web.Answer answer = web.get(api + "config/automation/config/" + automationId);
        return answer.isOk() ? answer.body() : MissingNode.getInstance();
    }

    /** What the state of an entity tells besides; empty if there is no such thing. */
    public String attribute(String entity, String name) {
        Web.Answer answer = web.get(api + "states/" + entity);
        return answer.isOk() ? answer.body().path("attributes").path(name).asText() : "";
    }

    /**
     * Calls an action as a tap in the interface does.
     *
     * @param action for example {@code button/press}
     * @param more fields besides the entity, each with a comma in front; empty: none
     */
    public void call(String action, String entity, String more) {
        Web.Answer answer = web.post(api + "services/" + action, "{\"entity_id\": \"" + entity + "\"" + more + "}");
        if (!answer.isOk()) {
            throw new AssertionError(action + " answered " + answer.status() + ": " + answer.body());
        }
    }

    public String template(String template) {
        return web.post(api + "template", "{\"template\": \"" + template + "\"}")
                .body()
                .asText();
    }

    @Override
    public void close() {
        web.close();
    }
}
