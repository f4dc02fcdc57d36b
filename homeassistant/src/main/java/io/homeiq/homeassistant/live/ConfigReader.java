package io.homeiq.homeassistant.live;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.homeassistant.client.Blueprints;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads how the automations or scripts of a home are written, wherever their YAML lies. A blueprint is filled in by Home Assistant itself, so that what
 * is made of one reads as if it had been written by hand; where it cannot be filled in, it stays a mere use of the blueprint. Needs an administrator's token.
 */
final class ConfigReader {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigReader.class);

    /** More would only wait in Home Assistant. */
    private static final int AT_ONCE = 16;

    /** Of one home; the rest is not looked at, with a warning. */
    private static final int MAX_READ = 2_000;

    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    private final HomeAssistantSocket socket;
    private final Blueprints blueprints;
    private final ObjectMapper mapper = new ObjectMapper();

    ConfigReader(HomeAssistantSocket socket) {
        this.socket = socket;
        this.blueprints = new Blueprints(socket);
    }

    /**
     * In the order of the entities; those that are gone meanwhile, or broken in Home Assistant itself, are left out.
     *
     * @param make what is made of an entity and its tree; what gives nothing is left out
     */
    <T> Future<List<T>> read(
            List<EntityId> entities, BiFunction<EntityId, Map<String, @Nullable Object>, Optional<T>> make) {
        if (entities.size() > MAX_READ) {
            LOG.warn("Of {} entities like {}, only {} are read", entities.size(), entities.getFirst(), MAX_READ);
        }
        return read(entities.stream().limit(MAX_READ).toList(), 0, make, new ArrayList<>());
    }

    private <T> Future<List<T>> read(
            List<EntityId> entities,
            int from,
            BiFunction<EntityId, Map<String, @Nullable Object>, Optional<T>> make,
            List<T> found) {
        if (from >= entities.size()) {
            return Future.succeededFuture(found);
        }
        List<Future<Optional<T>>> some = entities.subList(from, Math.min(entities.size(), from + AT_ONCE)).stream()
                .map(entity -> config(entity).map(tree -> tree.flatMap(known -> make.apply(entity, known))))
                .toList();
        return Future.all(some).compose(all -> {
            some.forEach(one -> one.result().ifPresent(found::add));
            return read(entities, from + AT_ONCE, make, found);
        });
    }

    private Future<Optional<Map<String, @Nullable Object>>> config(EntityId entity) {
        JsonObject command =
                new JsonObject().put("type", entity.domain() + "/config").put("entity_id", entity.value());
        return socket.command(command)
                .compose(answer -> answer.path("config").isObject()
                        ? blueprints
                                .filledIn(entity.domain(), mapper.convertValue(answer.path("config"), TREE))
                                .map(Optional::of)
                        : Future.succeededFuture(Optional.<Map<String, @Nullable Object>>empty()))
                .recover(fault -> fault instanceof HomeAssistantException known && known.kind() == Kind.NOT_FOUND
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(fault));
    }
}
