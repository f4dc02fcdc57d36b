package io.homeiq.homeassistant.deploy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.automation.ConductReader;
import io.homeiq.homeassistant.automation.Scripts;
import io.homeiq.homeassistant.client.Blueprints;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.mining.safety.conduct.Deed;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One connection to the Home Assistant where an automation is being put: what is there, what it thinks of the automation, whether it runs. */
final class Site {

    static final String NOT_LOADED =
            "Home Assistant stored the automation but did not load it; its configuration.yaml needs the line"
                    + " \"automation: !include automations.yaml\", and Settings > Repairs may tell more";

    /** A Home Assistant under load takes some seconds to load an automation. */
    private static final Duration POLL = Duration.ofMillis(250);

    private static final int MAX_POLLS = 40;

    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    private final Vertx vertx;
    private final HomeAssistantSocket socket;
    private final ObjectMapper mapper = new ObjectMapper();

    Site(Vertx vertx, HomeAssistantSocket socket) {
        this.vertx = vertx;
        this.socket = socket;
    }

    /** Why the automation cannot work here, in one line; empty if nothing is known against it. */
    Future<Optional<String>> objection(Map<String, @Nullable Object> tree) {
        Requirements needed = Requirements.of(tree);
        return command("get_states")
                .compose(states -> services()
                        .map(services -> Inventory.of(states, services)
                                .objection(needed)
                                .or(() -> unable(new Abilities(states, services), tree))))
                .compose(objection -> objection.isPresent() ? Future.succeededFuture(objection) : invalid(tree));
    }

    private static Optional<String> unable(Abilities abilities, Map<String, @Nullable Object> tree) {
        List<Deed> deeds = new ConductReader(HomeRegistry.EMPTY, Scripts.NONE)
                .read(AutomationTree.read(tree))
                .deeds();
        List<String> objections = abilities.objections(deeds);
        return objections.isEmpty()
                ? Optional.empty()
                : Optional.of("this Home Assistant cannot do that: " + String.join("; ", objections));
    }

    /** As it would run here. */
    Future<Automation> filledIn(Automation automation) {
        return new Blueprints(socket)
                .filledIn("automation", AutomationTree.write(automation))
                .map(AutomationTree::read)
                .recover(fault -> fault instanceof SourceException
                        ? Future.succeededFuture(automation)
                        : Future.failedFuture(fault));
    }

    /** One integration with a broken description of its services is enough for Home Assistant to list none of them. */
    private Future<JsonNode> services() {
        return command("get_services")
                .recover(fault -> fault instanceof HomeAssistantException known && known.kind() == Kind.REFUSED
                        ? command("get_config").map(config -> config.path("components"))
                        : Future.failedFuture(fault));
    }

    private Future<Optional<String>> invalid(Map<String, @Nullable Object> tree) {
        JsonObject command = new JsonObject().put("type", "validate_config");
        for (String part : List.of("triggers", "conditions", "actions")) {
            Object value = tree.get(part);
            if (value instanceof List<?> list && !list.isEmpty()) {
                command.put(part, new JsonArray(new ArrayList<>(list)));
            }
        }
        return socket.command(command).map(verdicts -> {
            List<String> errors = new ArrayList<>();
            verdicts.properties().stream()
                    .filter(verdict -> !verdict.getValue().path("valid").asBoolean())
                    .forEach(verdict -> errors.add(verdict.getKey() + ": "
                            + verdict.getValue().path("error").asText("")));
            return errors.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Home Assistant finds it invalid: "
                            + String.join("; ", errors).replaceAll("\\s+", " "));
        });
    }

    /** The entity id of the automation as soon as it is loaded with this content; empty if that does not happen in time. */
    Future<Optional<String>> loaded(String id, String hash) {
        return until(() -> entityOf(id)
                .compose(entity -> entity.isEmpty()
                        ? Future.succeededFuture(entity)
                        : running(entity.get())
                                .map(running -> running.filter(hash::equals).isPresent() ? entity : Optional.empty())));
    }

    /** Completes when no entity of the automation is there any more; fails with {@code TIMEOUT}. */
    Future<Void> gone(String id) {
        return until(() -> entityOf(id).map(entity -> entity.isEmpty() ? Optional.of(id) : Optional.<String>empty()))
                .compose(gone -> gone.isPresent()
                        ? Future.succeededFuture()
                        : Future.failedFuture(new HomeAssistantException(
                                Kind.TIMEOUT,
                                "Home Assistant removed the automation " + id
                                        + " from its file but still shows its entity; reload automations")));
    }

    private Future<Optional<String>> until(Supplier<Future<Optional<String>>> look) {
        return until(look, 1);
    }

    private Future<Optional<String>> until(Supplier<Future<Optional<String>>> look, int attempt) {
        return look.get().compose(found -> {
            if (found.isPresent() || attempt >= MAX_POLLS) {
                return Future.succeededFuture(found);
            }
            Promise<Void> later = Promise.promise();
            vertx.setTimer(POLL.toMillis(), due -> later.complete());
            return later.future().compose(due -> until(look, attempt + 1));
        });
    }

    /** The entity that the automation of this config id has now. */
    Future<Optional<String>> entityOf(String id) {
        return command("get_states").map(states -> {
            for (JsonNode state : states) {
                String entity = state.path("entity_id").asText("");
                if (entity.startsWith("automation.")
                        && state.path("attributes").path("id").asText("").equals(id)) {
                    return Optional.of(entity);
                }
            }
            return Optional.empty();
        });
    }

    /** The content hash of what this automation runs with now; empty if it is not there, or is broken. */
    private Future<Optional<String>> running(String entity) {
        return socket.command(new JsonObject().put("type", "automation/config").put("entity_id", entity))
                .map(answer -> answer.path("config"))
                .map(config -> config.isObject()
                        ? Optional.of(ContentHash.of(mapper.convertValue(config, TREE)))
                        : Optional.<String>empty())
                .recover(fault -> fault instanceof HomeAssistantException known && known.kind() == Kind.NOT_FOUND
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(fault));
    }

    /** Puts the label HomeIQ on the entity, beside those it has. A Home Assistant without labels is left without. */
    Future<Void> label(String entity) {
        return new Label(socket).assign(entity);
    }

    /** Takes the label HomeIQ away once nothing bears it. */
    Future<Void> cleanLabel() {
        return new Label(socket).clean();
    }

    private Future<JsonNode> command(String type) {
        return socket.command(new JsonObject().put("type", type));
    }
}
