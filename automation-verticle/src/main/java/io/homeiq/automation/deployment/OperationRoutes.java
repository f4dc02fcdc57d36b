package io.homeiq.automation.deployment;

import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.homeassistant.deploy.Operation;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.Map;

/** Switching deployed automations on and off, and running them once. Only ours: what a person wrote is the person's. */
public final class OperationRoutes implements Routes {

    private final DeploymentParts parts;
    private final DeploymentBook versions;
    private final Armament armament;

    public OperationRoutes(DeploymentParts parts) {
        this.parts = parts;
        this.versions = new DeploymentBook(parts.versions(), parts.book().home(), parts.json());
        this.armament = new Armament(parts);
    }

    @Override
    public void addTo(Api api) {
        for (Operation operation : Operation.values()) {
            String word = operation.name().toLowerCase(Locale.ROOT);
            api.act("/api/deploy/automations/{id}/" + word, request -> operate(request, operation, word));
        }
    }

    private Future<Reply> operate(Request request, Operation operation, String word) {
        String id = request.path("id");
        AutomationTarget target = parts.target();
        return parts.book()
                .read(connection -> versions.of(connection, id))
                .compose(history -> history.active().isPresent()
                        ? parts.turns().run(() -> arm(history, operation).compose(any -> target.operate(id, operation)))
                        : Problem.of(
                                        Kind.NOT_FOUND,
                                        "no automation " + id + " of ours is in place; see /api/deploy/automations")
                                .asFailure())
                .recover(OperationRoutes::explain)
                .compose(entity -> entity.isPresent()
                        ? Future.succeededFuture(Reply.ok(Map.of(
                                "automation_id", id, "entity_id", entity.get(), "operation", word, "success", true)))
                        : Problem.of(
                                        Kind.CONFLICT,
                                        "Home Assistant has not loaded the automation " + id
                                                + "; deploy it again, or look at Settings > Repairs there")
                                .asFailure());
    }

    /** Enabling what was put in place switched off is arming it. */
    private Future<Boolean> arm(DeploymentBook.History history, Operation operation) {
        return operation == Operation.ENABLE ? armament.arm(history) : Future.succeededFuture(false);
    }

    private static <T> Future<T> explain(Throwable failure) {
        return failure instanceof HomeAssistantException known
                        && known.kind() == HomeAssistantException.Kind.UNSUPPORTED
                ? Problem.of(Kind.CONFLICT, String.valueOf(known.getMessage())).asFailure()
                : Faults.asProblem(failure);
    }
}
