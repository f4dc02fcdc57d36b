package io.homeiq.homeassistant.live;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    private static final String USE_BLUEPRINT = "use_blueprint";

    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    private final HomeAssistantSocket socket;
    private final ObjectMapper mapper = new ObjectMapper();

    ConfigReader(HomeAssistantSocket socket) {
        this.socket = socket;
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
                        ? filledIn(entity, answer.path("config"))
                        : Future.succeededFuture(Optional.<Map<String, @Nullable Object>>empty()))
                .recover(fault -> isOf(fault, Kind.NOT_FOUND)
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(fault));
    }

    private static boolean isOf(Throwable fault, Kind... kinds) {
        return fault instanceof HomeAssistantException known && List.of(kinds).contains(known.kind());
    }

    private Future<Optional<Map<String, @Nullable Object>>> filledIn(EntityId entity, JsonNode config) {
        Map<String, @Nullable Object> own = mapper.convertValue(config, TREE);
        if (!(own.get(USE_BLUEPRINT) instanceof Map<?, ?> blueprint)) {
            return Future.succeededFuture(Optional.of(own));
        }
        Object given = blueprint.get("input");
        JsonObject input = given instanceof Map<?, ?> map ? JsonObject.mapFrom(map) : new JsonObject();
        JsonObject command = new JsonObject()
                .put("type", "blueprint/substitute")
                .put("domain", entity.domain())
                .put("path", String.valueOf(blueprint.get("path")))
                .put("input", input);
        return socket.command(command)
                .map(answer -> Optional.of(merged(own, answer.path("substituted_config"))))
                .recover(fault -> unfilled(entity, own, fault));
    }

    /** What stands beside the use of the blueprint has the last word, as in Home Assistant. */
    private Map<String, @Nullable Object> merged(Map<String, @Nullable Object> own, JsonNode substituted) {
        if (!substituted.isObject()) {
            return own;
        }
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(mapper.convertValue(substituted, TREE));
        whole.putAll(own);
        whole.remove(USE_BLUEPRINT);
        return whole;
    }

    /** Its blueprint is gone, broken, or lacks an input; then Home Assistant does not run it either. */
    private static Future<Optional<Map<String, @Nullable Object>>> unfilled(
            EntityId entity, Map<String, @Nullable Object> own, Throwable fault) {
        if (!isOf(fault, Kind.REFUSED, Kind.NOT_FOUND, Kind.UNSUPPORTED)) {
            return Future.failedFuture(fault);
        }
        LOG.info("The blueprint of {} cannot be looked into: {}", entity, fault.getMessage());
        return Future.succeededFuture(Optional.of(own));
    }
}
