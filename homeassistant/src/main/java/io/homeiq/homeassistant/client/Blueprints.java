package io.homeiq.homeassistant.client;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Home Assistant fill in blueprints, so that what is made of one reads as if it had been written by hand. Needs an administrator's token.
 */
public final class Blueprints {

    private static final Logger LOG = LoggerFactory.getLogger(Blueprints.class);

    private static final String USE_BLUEPRINT = "use_blueprint";

    /** The blueprint is gone, broken or lacks an input, so that Home Assistant does not run it either; or it knows no such command. */
    private static final Set<Kind> UNFILLED = Set.of(Kind.REFUSED, Kind.NOT_FOUND, Kind.UNSUPPORTED);

    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    private final HomeAssistantSocket socket;
    private final ObjectMapper mapper = new ObjectMapper();

    public Blueprints(HomeAssistantSocket socket) {
        this.socket = socket;
    }

    /**
     * The same without its blueprint; what stands beside that has the last word, as in Home Assistant. One that uses none, or one that
     * cannot be filled in, stays as it is.
     *
     * @param domain {@code automation} or {@code script}
     */
    public Future<Map<String, @Nullable Object>> filledIn(String domain, Map<String, @Nullable Object> tree) {
        if (!(tree.get(USE_BLUEPRINT) instanceof Map<?, ?> blueprint)) {
            return Future.succeededFuture(tree);
        }
        JsonObject command = new JsonObject()
                .put("type", "blueprint/substitute")
                .put("domain", domain)
                .put("path", String.valueOf(blueprint.get("path")))
                .put(
                        "input",
                        blueprint.get("input") instanceof Map<?, ?> input
                                ? JsonObject.mapFrom(input)
                                : new JsonObject());
        return socket.command(command)
                .map(answer -> merged(tree, answer.path("substituted_config")))
                .recover(fault -> {
                    if (!(fault instanceof HomeAssistantException known && UNFILLED.contains(known.kind()))) {
                        return Future.failedFuture(fault);
                    }
                    LOG.info("A blueprint cannot be looked into: {}", fault.getMessage());
                    return Future.succeededFuture(tree);
                });
    }

    private Map<String, @Nullable Object> merged(Map<String, @Nullable Object> own, JsonNode substituted) {
        if (!substituted.isObject()) {
            return own;
        }
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(mapper.convertValue(substituted, TREE));
        whole.putAll(own);
        whole.remove(USE_BLUEPRINT);
        return whole;
    }
}
