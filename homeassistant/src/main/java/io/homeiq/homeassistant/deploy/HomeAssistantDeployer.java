package io.homeiq.homeassistant.deploy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantRest;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts automations into a running Home Assistant, where its owner finds them in the editor under the label HomeIQ. Needs an
 * administrator's token. Opens a connection for each call; calls for different automations may run at once, but not two for the same one.
 */
public final class HomeAssistantDeployer implements AutomationTarget {

    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    private final Vertx vertx;
    private final HomeAssistantSettings settings;
    private final HomeAssistantRest rest;
    private final ObjectMapper mapper = new ObjectMapper();

    public HomeAssistantDeployer(Vertx vertx, HomeAssistantSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.rest = new HomeAssistantRest(vertx, settings);
    }

    @Override
    public DeploymentTarget kind() {
        return DeploymentTarget.HOME_ASSISTANT;
    }

    @Override
    public Future<Deployment> deploy(Automation automation, @Nullable String expectedHash) {
        return place(automation.id(), AutomationTree.write(automation), expectedHash);
    }

    @Override
    public Future<Deployment> restore(String automationId, Verbatim earlier, String expectedHash) {
        return place(automationId, earlier.tree(), expectedHash);
    }

    private Future<Deployment> place(String id, Map<String, @Nullable Object> wanted, @Nullable String expectedHash) {
        if (id.isBlank()) {
            return Future.failedFuture(new IllegalArgumentException("an automation needs an id to be deployed"));
        }
        Map<String, @Nullable Object> withId = new LinkedHashMap<>(wanted);
        withId.put("id", id); // another one here would overwrite another automation
        Verbatim tree = new Verbatim(withId);
        return current(id)
                .compose(current -> current.isPresent() && isSame(current.get(), tree)
                        ? connected(site -> confirm(site, id, tree))
                        : overwrite(id, tree, current.orElse(null), expectedHash));
    }

    private static boolean isSame(Verbatim one, Verbatim other) {
        return ContentHash.of(one.tree()).equals(ContentHash.of(other.tree()));
    }

    /** It stands there as wanted; a deployment that was interrupted may lack the rest. */
    private Future<Deployment> confirm(Site site, String id, Verbatim tree) {
        return site.loaded(id, tree.tree())
                .compose(entity -> entity.isEmpty()
                        ? Future.succeededFuture(new Deployment.Refused(Site.NOT_LOADED))
                        : site.label(entity.get())
                                .map(done -> new Deployment.Unchanged(entity.get(), ContentHash.of(tree.tree()))));
    }

    private Future<Deployment> overwrite(
            String id, Verbatim tree, @Nullable Verbatim current, @Nullable String expectedHash) {
        if (current != null && !ContentHash.of(current.tree()).equals(expectedHash)) {
            String whose =
                    expectedHash == null ? "HomeIQ did not write it" : "it was changed by hand since HomeIQ wrote it";
            return Future.succeededFuture(new Deployment.HandEdited(
                    "the automation " + id + " stands in Home Assistant already, and " + whose + "; it differs in: "
                            + String.join(", ", ContentHash.differences(current.tree(), tree.tree()))));
        }
        return connected(site -> site.objection(tree.tree())
                .compose(objection -> objection.isPresent()
                        ? Future.succeededFuture(new Deployment.Refused(objection.get()))
                        : write(site, id, tree, current)));
    }

    private Future<Deployment> write(Site site, String id, Verbatim tree, @Nullable Verbatim before) {
        return rest.putAutomation(id, tree.tree())
                .compose(done -> site.loaded(id, tree.tree())
                        .compose(entity -> entity.isEmpty()
                                ? undo(id, before).map(undone -> new Deployment.Refused(Site.NOT_LOADED))
                                : verify(site, id, tree, before, entity.get())))
                .recover(HomeAssistantDeployer::refused);
    }

    private static Future<Deployment> refused(Throwable fault) {
        return fault instanceof HomeAssistantException known && known.kind() == Kind.REFUSED
                ? Future.succeededFuture(new Deployment.Refused(String.valueOf(known.getMessage())))
                : Future.failedFuture(fault);
    }

    private Future<Void> undo(String id, @Nullable Verbatim before) {
        return before == null ? rest.deleteAutomation(id).mapEmpty() : rest.putAutomation(id, before.tree());
    }

    /** Reads it back, because between our reading and our writing somebody else may have written. */
    private Future<Deployment> verify(Site site, String id, Verbatim tree, @Nullable Verbatim before, String entity) {
        return current(id).compose(found -> {
            if (found.isEmpty() || !isSame(found.get(), tree)) {
                return Future.succeededFuture(new Deployment.HandEdited(
                        "the automation " + id + " was changed by hand while HomeIQ deployed it"));
            }
            return site.label(entity).map(done -> new Deployment.Deployed(entity, ContentHash.of(tree.tree()), before));
        });
    }

    @Override
    public Future<Optional<Placed>> read(String automationId) {
        return current(automationId)
                .compose(current -> current.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : connected(site -> site.entityOf(automationId)
                                .map(entity -> Optional.of(new Placed(
                                        entity.orElse(null),
                                        current.get(),
                                        ContentHash.of(current.get().tree()))))));
    }

    @Override
    public Future<Removal> remove(String automationId, String expectedHash) {
        return current(automationId).compose(current -> {
            if (current.isEmpty()) {
                return Future.succeededFuture(new Removal.AlreadyGone());
            }
            if (!ContentHash.of(current.get().tree()).equals(expectedHash)) {
                return Future.succeededFuture(
                        new Removal.HandEdited(
                                "the automation " + automationId
                                        + " was changed by hand since HomeIQ wrote it, so it stays; delete it in Home Assistant if it is no longer wanted"));
            }
            return rest.deleteAutomation(automationId)
                    .compose(deleted -> connected(site -> site.gone(automationId)))
                    .map(gone -> new Removal.Removed());
        });
    }

    private Future<Optional<Verbatim>> current(String id) {
        return rest.automation(id).map(found -> found.map(this::tree));
    }

    private Verbatim tree(JsonNode node) {
        return new Verbatim(mapper.convertValue(node, TREE));
    }

    private <T> Future<T> connected(Function<Site, Future<T>> work) {
        return HomeAssistantSocket.connect(vertx, settings)
                .compose(socket -> work.apply(new Site(vertx, socket)).eventually(socket::close));
    }

    /** Ends the connections that are kept open between calls. */
    public Future<Void> close() {
        return rest.close();
    }
}
