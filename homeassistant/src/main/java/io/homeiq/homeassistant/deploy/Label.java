package io.homeiq.homeassistant.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** The label by which the owner finds what HomeIQ made. */
final class Label {

    static final String NAME = "HomeIQ";

    private final HomeAssistantSocket socket;

    Label(HomeAssistantSocket socket) {
        this.socket = socket;
    }

    /** Makes the label if it is not there, and adds it to the entity's own. Does nothing where Home Assistant knows no labels. */
    Future<Void> assign(String entity) {
        return find().compose(found -> found.map(Future::succeededFuture).orElseGet(this::make))
                .compose(label -> add(entity, label))
                .recover(fault -> fault instanceof HomeAssistantException known && known.kind() == Kind.UNSUPPORTED
                        ? Future.succeededFuture()
                        : Future.failedFuture(fault));
    }

    private Future<Optional<String>> find() {
        return socket.command(new JsonObject().put("type", "config/label_registry/list"))
                .map(labels -> {
                    for (JsonNode label : labels) {
                        if (label.path("name").asText("").equalsIgnoreCase(NAME)) {
                            return Optional.of(label.path("label_id").asText(""));
                        }
                    }
                    return Optional.empty();
                });
    }

    /** Two deployments at once may both find no label; then the second one finds that of the first. */
    private Future<String> make() {
        return create().recover(refused -> find().compose(
                        found -> found.map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(refused))));
    }

    private Future<String> create() {
        return socket.command(new JsonObject()
                        .put("type", "config/label_registry/create")
                        .put("name", NAME)
                        .put("icon", "mdi:home-clock")
                        .put("description", "Made by HomeIQ from the habits of this home"))
                .map(label -> label.path("label_id").asText(""));
    }

    private Future<Void> add(String entity, String label) {
        return socket.command(new JsonObject()
                        .put("type", "config/entity_registry/get")
                        .put("entity_id", entity))
                .compose(registered -> {
                    JsonArray labels = new JsonArray();
                    registered.path("labels").forEach(own -> labels.add(own.asText("")));
                    if (labels.contains(label)) {
                        return Future.succeededFuture();
                    }
                    return socket.command(new JsonObject()
                                    .put("type", "config/entity_registry/update")
                                    .put("entity_id", entity)
                                    .put("labels", labels.add(label)))
                            .mapEmpty();
                });
    }
}
