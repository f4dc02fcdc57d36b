package io.homeiq.homeassistant.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The label by which the owner finds what HomeIQ made. */
final class Label {

    static final String NAME = "HomeIQ";

    /** What may bear a label. */
    private static final List<String> BEARERS = List.of("entity_registry", "device_registry", "area_registry");

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

    /**
     * Takes the label itself away if it is ours and no entity, device or area bears it any more. Does nothing where Home Assistant knows no labels.
     */
    Future<Void> clean() {
        return find().compose(found -> found.isEmpty()
                        ? Future.succeededFuture()
                        : isUsed(found.get()).compose(used -> used ? Future.succeededFuture() : delete(found.get())))
                .recover(fault -> fault instanceof HomeAssistantException known && known.kind() == Kind.UNSUPPORTED
                        ? Future.succeededFuture()
                        : Future.failedFuture(fault));
    }

    private Future<Boolean> isUsed(String label) {
        Future<Boolean> used = Future.succeededFuture(false);
        for (String registry : BEARERS) {
            used = used.compose(found -> found
                    ? Future.succeededFuture(true)
                    : socket.command(new JsonObject().put("type", "config/" + registry + "/list"))
                            .map(entries -> bears(entries, label)));
        }
        return used;
    }

    private static boolean bears(JsonNode entries, String label) {
        for (JsonNode entry : entries) {
            for (JsonNode own : entry.path("labels")) {
                if (own.asText("").equals(label)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Future<Void> delete(String label) {
        return socket.command(new JsonObject()
                        .put("type", "config/label_registry/delete")
                        .put("label_id", label))
                .mapEmpty();
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
