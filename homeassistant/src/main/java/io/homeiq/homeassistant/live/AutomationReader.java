package io.homeiq.homeassistant.live;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.homeassistant.source.SourceException;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every automation of the home, wherever its YAML lies. Needs an administrator's token. */
final class AutomationReader {

    private static final Logger LOG = LoggerFactory.getLogger(AutomationReader.class);

    /** More would only wait in Home Assistant. */
    private static final int AT_ONCE = 16;

    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    private final HomeAssistantSocket socket;
    private final ObjectMapper mapper = new ObjectMapper();

    AutomationReader(HomeAssistantSocket socket) {
        this.socket = socket;
    }

    /** In the order of the entities; those that are gone meanwhile or cannot be read are left out, the latter with a warning. */
    Future<List<Automation>> read(List<EntityId> entities) {
        return read(entities, 0, new ArrayList<>());
    }

    private Future<List<Automation>> read(List<EntityId> entities, int from, List<Automation> found) {
        if (from >= entities.size()) {
            return Future.succeededFuture(found);
        }
        List<Future<Optional<Automation>>> some =
                entities.subList(from, Math.min(entities.size(), from + AT_ONCE)).stream()
                        .map(this::read)
                        .toList();
        return Future.all(some).compose(all -> {
            some.forEach(one -> one.result().ifPresent(found::add));
            return read(entities, from + AT_ONCE, found);
        });
    }

    private Future<Optional<Automation>> read(EntityId entity) {
        JsonObject command = new JsonObject().put("type", "automation/config").put("entity_id", entity.value());
        return socket.command(command)
                .map(answer -> automation(entity, answer.path("config")))
                .recover(
                        fault -> isGone(fault) ? Future.succeededFuture(Optional.empty()) : Future.failedFuture(fault));
    }

    private static boolean isGone(Throwable fault) {
        return fault instanceof HomeAssistantException known && known.kind() == Kind.NOT_FOUND;
    }

    private Optional<Automation> automation(EntityId entity, JsonNode config) {
        if (!config.isObject()) {
            return Optional.empty(); // broken in Home Assistant itself
        }
        try {
            return Optional.of(AutomationTree.read(mapper.convertValue(config, TREE)));
        } catch (SourceException e) {
            LOG.warn("The automation {} is left out, it cannot be read: {}", entity, e.getMessage());
            return Optional.empty();
        }
    }
}
