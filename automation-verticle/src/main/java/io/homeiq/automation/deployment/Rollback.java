package io.homeiq.automation.deployment;

import io.homeiq.automation.deployment.DeploymentBook.History;
import io.homeiq.automation.suggestion.Consent;
import io.homeiq.automation.suggestion.SafetyGate;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.event.AutomationRolledBack;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState.Deployed;
import io.homeiq.contracts.suggestion.SuggestionState.RolledBack;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.homeassistant.deploy.Deployment;
import io.homeiq.homeassistant.deploy.Removal;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.store.suggestion.DeployedVersion;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;

/**
 * Takes a deployment back: what was there before is put back, or ours is removed. First the target, then one transaction; after a crash between
 * the two, the same is asked for again and finds it done. To be called in turn.
 */
final class Rollback {

    private static final String KEPT = "; it was left as it is";

    private final SuggestionBook book;
    private final SafetyGate gate;
    private final DeploymentBook versions;
    private final AutomationTarget target;
    private final WaitingRepairs repairs;

    Rollback(SuggestionBook book, SafetyGate gate, DeploymentBook versions, AutomationTarget target) {
        this.book = book;
        this.gate = gate;
        this.versions = versions;
        this.target = target;
        this.repairs = new WaitingRepairs(book);
    }

    /** The suggestion then, and one sentence on what was done. */
    record Result(Suggestion suggestion, String message) {}

    private record Plan(Suggestion suggestion, History history) {}

    /**
     * Takes back what is deployed.
     *
     * @param id of a suggestion or of an automation
     * @return fails with the problem NOT_FOUND, or CONFLICT if it is not deployed, was changed by hand, or what was there before is forbidden
     */
    Future<Result> rollBack(String id, Consent consent) {
        return book.read(connection -> plan(connection, id)).compose(plan -> switch (plan.suggestion()
                .state()) {
            case RolledBack done ->
                Future.succeededFuture(
                        new Result(plan.suggestion(), "It is rolled back already; nothing was changed."));
            case Deployed deployed -> rollBack(plan, deployed, consent);
            default -> SuggestionBook.refused(plan.suggestion(), "rolled back");
        });
    }

    private Future<Plan> plan(SqlConnection connection, String id) {
        return versions.of(connection, id)
                .compose(byAutomation -> byAutomation.versions().isEmpty()
                        ? book.find(connection, id)
                        : book.find(
                                connection,
                                byAutomation
                                        .active()
                                        .orElse(byAutomation.versions().getFirst())
                                        .suggestionId()))
                .compose(suggestion -> versions.of(
                                connection, suggestion.automation().id())
                        .map(history -> new Plan(suggestion, history)));
    }

    private Future<Result> rollBack(Plan plan, Deployed deployed, Consent consent) {
        Optional<DeployedVersion> active = plan.history().active();
        if (active.isEmpty() || active.get().version() != deployed.version()) {
            return conflict("version " + deployed.version() + " of " + deployed.automationId()
                    + " is not the one in place; roll back the newer one first");
        }
        DeployedVersion version = active.get();
        if (version.target() != target.kind()) {
            return conflict(
                    version.automationId() + " was put into " + version.location()
                            + " before HomeIQ was connected otherwise; take it away there, or deploy it again and roll that back");
        }
        return versions.previous(version)
                .map(earlier -> restore(version, earlier, consent))
                .orElseGet(() -> remove(version))
                .compose(done -> record(plan, deployed, version));
    }

    private Future<Void> remove(DeployedVersion version) {
        return target.remove(version.automationId(), version.contentHash()).compose(removal -> switch (removal) {
            case Removal.Removed removed -> Future.succeededFuture();
            case Removal.AlreadyGone gone -> Future.succeededFuture();
            case Removal.HandEdited edited -> conflict(edited.difference());
        });
    }

    private Future<Void> restore(DeployedVersion version, Verbatim earlier, Consent consent) {
        return Future.succeededFuture(earlier.tree())
                .compose(tree -> target.filledIn(withId(AutomationTree.read(tree), version.automationId())))
                .compose(gate::judge)
                .recover(failure -> failure instanceof SourceException unreadable
                        ? conflict("what was there before cannot be checked: " + unreadable.getMessage())
                        : Future.failedFuture(failure))
                .map(safety -> SafetyGate.objection(safety, null, consent))
                .compose(objection -> objection.isPresent()
                        ? conflict("what was there before cannot be put back: " + objection.get())
                        : target.restore(version.automationId(), earlier, version.contentHash()))
                .compose(deployment -> switch (deployment) {
                    case Deployment.Deployed done -> Future.succeededFuture();
                    case Deployment.Unchanged same -> Future.succeededFuture();
                    case Deployment.HandEdited edited -> conflict(edited.difference() + KEPT);
                    case Deployment.Refused refused -> conflict(refused.reason());
                });
    }

    /** It takes the place of what stands under this id now, whatever it said of itself. */
    private static Automation withId(Automation earlier, String id) {
        return new Automation(
                id, earlier.alias(), earlier.description(), earlier.rule(), earlier.mode(), earlier.extras());
    }

    private static <T> Future<T> conflict(String why) {
        return Problem.of(Kind.CONFLICT, why).asFailure();
    }

    private Future<Result> record(Plan plan, Deployed deployed, DeployedVersion version) {
        Optional<DeployedVersion> below = plan.history().below(version).filter(any -> version.previous() != null);
        Integer restored = below.map(DeployedVersion::version).orElse(null);
        return book.write(connection -> versions.markRolledBack(connection, version, book.now())
                .compose(marked -> repairs.withdraw(connection, version.automationId()))
                .compose(withdrawn ->
                        book.replace(connection, plan.suggestion().in(deployed.rollBack(book.now())), deployed))
                .compose(done -> book.announce(
                                connection, new AutomationRolledBack(done.id(), version.automationId(), restored))
                        .map(new Result(done, message(version, below)))));
    }

    private static String message(DeployedVersion version, Optional<DeployedVersion> below) {
        if (version.previous() == null) {
            return "Rolled back: the automation is gone.";
        }
        // The same content twice: between the two somebody had changed it by hand.
        return below.filter(earlier -> !earlier.contentHash().equals(version.contentHash()))
                .map(earlier -> "Rolled back: version " + earlier.version() + " is in place again.")
                .orElse("Rolled back: what a person had made of it is in place again.");
    }
}
