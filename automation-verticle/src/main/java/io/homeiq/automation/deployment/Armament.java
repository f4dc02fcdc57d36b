package io.homeiq.automation.deployment;

import io.homeiq.automation.deployment.DeploymentBook.History;
import io.homeiq.automation.suggestion.Consent;
import io.homeiq.automation.suggestion.SafetyGate;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.event.AutomationDeployed;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState.Deployed;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.homeassistant.deploy.Deployment;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.store.suggestion.DeployedVersion;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Arms what was put in place switched off: the same automation without that takes its place, as the next version. First the target, then one transaction;
 * after a crash between the two the same is done again. To be called in turn.
 */
final class Armament {

    private final SuggestionBook book;
    private final SafetyGate gate;
    private final DeploymentBook versions;
    private final AutomationTarget target;

    Armament(DeploymentParts parts) {
        this.book = parts.book();
        this.gate = parts.gate();
        this.versions = new DeploymentBook(parts.versions(), parts.book().home(), parts.json());
        this.target = parts.target();
    }

    /**
     * Arms it; one that is armed is left as it is.
     *
     * @return whether anything was done; fails with the problem CONFLICT if it was changed by hand, or may not or cannot be put there
     */
    Future<Boolean> arm(History history) {
        Optional<DeployedVersion> active = history.active();
        return active.isEmpty()
                ? Future.succeededFuture(false)
                : book.read(connection -> book.find(connection, active.get().suggestionId()))
                        .compose(suggestion ->
                                Arming.isDisarmed(suggestion.state()) && suggestion.state() instanceof Deployed deployed
                                        ? arm(suggestion, deployed, active.get())
                                        : Future.succeededFuture(false));
    }

    private Future<Boolean> arm(Suggestion suggestion, Deployed deployed, DeployedVersion off) {
        return gate.judge(suggestion.automation())
                .map(safety -> SafetyGate.objection(safety, suggestion.safety(), Consent.MISSING))
                .compose(objection -> objection.isPresent()
                        ? conflict(objection.get())
                        : target.deploy(suggestion.automation(), off.contentHash()))
                .compose(placed -> switch (placed) {
                    case Deployment.Deployed done ->
                        record(suggestion, deployed, off, done.location(), done.contentHash());
                    case Deployment.Unchanged same ->
                        record(suggestion, deployed, off, same.location(), same.contentHash());
                    case Deployment.HandEdited edited -> conflict(Faults.handEdited(edited));
                    case Deployment.Refused refused -> conflict(refused.reason());
                });
    }

    private static <T> Future<T> conflict(String why) {
        return Problem.of(Kind.CONFLICT, why).asFailure();
    }

    /** The version that was switched off is over: what stood before it is what a rollback puts back. */
    private Future<Boolean> record(
            Suggestion suggestion, Deployed deployed, DeployedVersion off, String location, String hash) {
        DeployedContent content = new DeployedContent(
                target.kind(), location, hash, versions.previous(off).orElse(null), false);
        return book.write(connection -> versions.markRolledBack(connection, off, book.now())
                .compose(marked -> versions.record(connection, suggestion, content, book.now()))
                .compose(version -> book.replace(connection, suggestion.in(deployed.arm(book.now(), version)), deployed)
                        .compose(done -> book.announce(
                                connection,
                                new AutomationDeployed(
                                        suggestion.id(), off.automationId(), version, target.kind(), location)))
                        .map(true)));
    }
}
