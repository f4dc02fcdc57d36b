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
        return place(Wanted.of(automation.id(), AutomationTree.write(automation), expectedHash, true));
    }

    /** What worked before may name an entity that is gone by now; that is no reason to keep what is to be taken back. */
    @Override
    public Future<Deployment> restore(String automationId, Verbatim earlier, String expectedHash) {
        return place(Wanted.of(automationId, earlier.tree(), expectedHash, false));
    }

    /** @param isChecked whether it must fit the home and Home Assistant's rules before anything is written */
    private record Wanted(
            String id, Verbatim tree, String hash, @Nullable String expectedHash, boolean isChecked) {

        static Wanted of(
                String id, Map<String, @Nullable Object> tree, @Nullable String expectedHash, boolean isChecked) {
            if (id.isBlank()) {
                throw new IllegalArgumentException("an automation needs an id to be deployed, was blank");
            }
            Map<String, @Nullable Object> withId = new LinkedHashMap<>(tree);
            withId.put("id", id); // another one here would overwrite another automation
            return new Wanted(id, new Verbatim(withId), ContentHash.of(withId), expectedHash, isChecked);
        }

        boolean isSameAs(Verbatim found) {
            return hash.equals(ContentHash.of(found.tree()));
        }
    }

    private Future<Deployment> place(Wanted wanted) {
        return current(wanted.id)
                .compose(current -> current.isPresent() && wanted.isSameAs(current.get())
                        ? connected(site -> confirm(site, wanted))
                        : overwrite(wanted, current.orElse(null)));
    }

    /** It stands there as wanted; a deployment that was interrupted may lack the rest. */
    private Future<Deployment> confirm(Site site, Wanted wanted) {
        return site.loaded(wanted.id, wanted.hash)
                .compose(entity -> entity.isEmpty()
                        ? Future.succeededFuture(new Deployment.Refused(Site.NOT_LOADED))
                        : site.label(entity.get()).map(done -> new Deployment.Unchanged(entity.get(), wanted.hash)));
    }

    private Future<Deployment> overwrite(Wanted wanted, @Nullable Verbatim current) {
        if (current != null && !ContentHash.of(current.tree()).equals(wanted.expectedHash)) {
            return Future.succeededFuture(handEdited(wanted, current));
        }
        return connected(site -> objection(site, wanted)
                .compose(objection -> objection.isPresent()
                        ? Future.succeededFuture(new Deployment.Refused(objection.get()))
                        : write(site, wanted, current)));
    }

    private static Deployment handEdited(Wanted wanted, Verbatim current) {
        String whose = wanted.expectedHash == null
                ? "HomeIQ did not write it"
                : "it was changed by hand since HomeIQ wrote it";
        String parts = String.join(", ", ContentHash.differences(current.tree(), wanted.tree.tree()));
        return new Deployment.HandEdited("the automation " + wanted.id + " stands in Home Assistant already, and "
                + whose + "; it differs in: " + parts);
    }

    private static Future<Optional<String>> objection(Site site, Wanted wanted) {
        return wanted.isChecked ? site.objection(wanted.tree.tree()) : Future.succeededFuture(Optional.empty());
    }

    private Future<Deployment> write(Site site, Wanted wanted, @Nullable Verbatim before) {
        return rest.putAutomation(wanted.id, wanted.tree.tree())
                .transform(put -> put.succeeded() ? settle(site, wanted, before) : refused(put.cause()));
    }

    private static Future<Deployment> refused(Throwable fault) {
        return fault instanceof HomeAssistantException known && known.kind() == Kind.REFUSED
                ? Future.succeededFuture(new Deployment.Refused(String.valueOf(known.getMessage())))
                : Future.failedFuture(fault);
    }

    private Future<Deployment> settle(Site site, Wanted wanted, @Nullable Verbatim before) {
        return site.loaded(wanted.id, wanted.hash)
                .compose(entity -> entity.isEmpty()
                        ? undo(wanted.id, before).map(undone -> new Deployment.Refused(Site.NOT_LOADED))
                        : verify(site, wanted, before, entity.get()));
    }

    private Future<Void> undo(String id, @Nullable Verbatim before) {
        return before == null ? rest.deleteAutomation(id).mapEmpty() : rest.putAutomation(id, before.tree());
    }

    /** Reads it back, because between our reading and our writing somebody else may have written. */
    private Future<Deployment> verify(Site site, Wanted wanted, @Nullable Verbatim before, String entity) {
        return current(wanted.id).compose(found -> {
            if (found.isEmpty() || !wanted.isSameAs(found.get())) {
                return Future.succeededFuture(new Deployment.HandEdited(
                        "the automation " + wanted.id + " was changed by hand while HomeIQ deployed it"));
            }
            return site.label(entity).map(done -> new Deployment.Deployed(entity, wanted.hash, before));
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
                    .compose(
                            deleted -> connected(site -> site.gone(automationId).compose(gone -> site.cleanLabel())))
                    .map(gone -> new Removal.Removed());
        });
    }

    /** By the entity that the automation has now: its id is no name of an entity. */
    @Override
    public Future<Optional<String>> operate(String automationId, Operation operation) {
        return connected(site -> site.entityOf(automationId))
                .compose(entity -> entity.isEmpty()
                        ? Future.succeededFuture(entity)
                        : rest.callService("automation", operation.service(), Map.of("entity_id", entity.get()))
                                .map(done -> entity));
    }

    @Override
    public Future<Optional<String>> objection(Automation automation) {
        return connected(site -> site.objection(AutomationTree.write(automation)));
    }

    @Override
    public Future<Automation> filledIn(Automation automation) {
        return automation.extras().tree().containsKey("use_blueprint")
                ? connected(site -> site.filledIn(automation))
                : Future.succeededFuture(automation);
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
