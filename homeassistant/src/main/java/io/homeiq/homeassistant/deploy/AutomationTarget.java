package io.homeiq.homeassistant.deploy;

import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Verbatim;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where automations are put. Whatever happens, what a person changed stays as it is: each write and each removal says which content
 * it expects to find. Deploying the same twice changes nothing, so after a crash everything may simply be done again.
 *
 * <p>Every future fails with a {@link io.homeiq.homeassistant.client.HomeAssistantException}; whether trying again may help, it tells by
 * {@code isPassing()}.
 */
public interface AutomationTarget {

    DeploymentTarget kind();

    /**
     * Puts the automation in place, creating it or replacing what we wrote before under its id.
     *
     * @param expectedHash the content hash of what we wrote last under this id; null if we never did
     */
    Future<Deployment> deploy(Automation automation, @Nullable String expectedHash);

    /** What is in place under this id now; empty if nothing is. */
    Future<Optional<Placed>> read(String automationId);

    /**
     * Puts an earlier content back, as {@link Deployment.Deployed#previous()} told it.
     *
     * @param expectedHash the content hash of what we wrote last under this id
     */
    Future<Deployment> restore(String automationId, Verbatim earlier, String expectedHash);

    /**
     * Takes the automation away, and makes sure that it is gone.
     *
     * @param expectedHash the content hash of what we wrote last under this id
     */
    Future<Removal> remove(String automationId, String expectedHash);

    /**
     * Switches an automation on or off, or runs it now.
     *
     * @return its entity; empty if no automation of this id is loaded. Fails with {@code UNSUPPORTED} where automations only lie in files
     */
    Future<Optional<String>> operate(String automationId, Operation operation);

    /**
     * Why the automation could not work there, in one line: entities and services that are missing, or what the place itself finds invalid.
     * Changes nothing.
     *
     * @return empty if nothing is known against it
     */
    Future<Optional<String>> objection(Automation automation);

    /**
     * The automation as it would run there, its blueprint filled in. Changes nothing.
     *
     * @return the same automation if it uses none, or if the place cannot fill it in
     */
    default Future<Automation> filledIn(Automation automation) {
        return Future.succeededFuture(automation);
    }
}
