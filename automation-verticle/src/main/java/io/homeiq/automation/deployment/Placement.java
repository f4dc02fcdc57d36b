package io.homeiq.automation.deployment;

import io.homeiq.automation.deployment.DeploymentBook.History;
import io.homeiq.automation.suggestion.SafetyGate;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.event.AutomationDeployed;
import io.homeiq.contracts.event.AutomationFailed;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.contracts.suggestion.SuggestionState.Approved;
import io.homeiq.contracts.suggestion.SuggestionState.Deployed;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.homeassistant.deploy.Deployment;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.store.suggestion.DeployedVersion;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the automation of one suggestion in place. First the target, then one transaction with the version, the state and the event: after a crash
 * between the two, the same is done again, and the target finds it unchanged. To be called in turn.
 */
final class Placement {

    private final SuggestionBook book;
    private final SafetyGate gate;
    private final DeploymentBook versions;
    private final AutomationTarget target;

    Placement(SuggestionBook book, SafetyGate gate, DeploymentBook versions, AutomationTarget target) {
        this.book = book;
        this.gate = gate;
        this.versions = versions;
        this.target = target;
    }

    /** All that is to be known before the first step. */
    private record Plan(Suggestion suggestion, Safety safety, History history) {

        String automationId() {
            return suggestion.automation().id();
        }
    }

    /** What is to be written down. */
    private record Outcome(
            String location, String contentHash, @Nullable Verbatim previous) {}

    private Future<Plan> plan(SuggestionId id) {
        return book.read(connection -> book.find(connection, id)
                .compose(suggestion -> gate.judge(
                                connection, suggestion.automation().rule())
                        .compose(safety -> versions.of(
                                        connection, suggestion.automation().id())
                                .map(history -> new Plan(suggestion, safety, history)))));
    }

    /**
     * Carries out what was approved; one that is not approved, or not any more, is left as it is.
     *
     * @return the suggestion as it is then: deployed, or failed for good. Fails if trying again may help; then it is still approved
     */
    Future<Suggestion> carryOut(SuggestionId id) {
        return plan(id).compose(plan -> plan.suggestion().state() instanceof Approved approved
                ? carryOut(plan, approved)
                : Future.succeededFuture(plan.suggestion()));
    }

    private Future<Suggestion> carryOut(Plan plan, Approved approved) {
        if (SafetyGate.forbids(plan.safety())) {
            return fail(plan, approved, SafetyGate.refusal(plan.safety()));
        }
        return target.deploy(plan.suggestion().automation(), plan.history().expectedHash())
                .recover(Faults::asRefusal)
                .compose(deployment -> switch (deployment) {
                    case Deployment.Deployed done -> record(plan, approved, outcome(done));
                    case Deployment.Unchanged same -> record(plan, approved, outcome(same, plan));
                    case Deployment.HandEdited edited -> fail(plan, approved, Faults.handEdited(edited));
                    case Deployment.Refused refused -> fail(plan, approved, refused.reason());
                });
    }

    /**
     * Makes sure that a deployed one is really in place.
     *
     * @return what came of it, in one sentence; fails with the problem CONFLICT if it may not or cannot be put there
     */
    Future<String> confirm(Suggestion deployed) {
        return plan(deployed.id()).compose(plan -> {
            if (!(plan.suggestion().state() instanceof Deployed state)) {
                return SuggestionBook.refused(plan.suggestion(), "deployed again");
            }
            if (SafetyGate.forbids(plan.safety())) {
                return conflict(SafetyGate.refusal(plan.safety()));
            }
            return target.deploy(plan.suggestion().automation(), plan.history().expectedHash())
                    .compose(deployment -> switch (deployment) {
                        case Deployment.Deployed done ->
                            record(plan, state, outcome(done)).map("It was not there any more, and is in place again.");
                        case Deployment.Unchanged same ->
                            Future.succeededFuture("It is in place already; nothing was changed.");
                        case Deployment.HandEdited edited -> conflict(Faults.handEdited(edited));
                        case Deployment.Refused refused -> conflict(refused.reason());
                    });
        });
    }

    private static <T> Future<T> conflict(String why) {
        return Problem.of(Kind.CONFLICT, why).asFailure();
    }

    private static Outcome outcome(Deployment.Deployed done) {
        return new Outcome(done.location(), done.contentHash(), done.previous());
    }

    /** It was put there before the crash, over what we had there until then. */
    private static Outcome outcome(Deployment.Unchanged same, Plan plan) {
        return new Outcome(same.location(), same.contentHash(), plan.history().content());
    }

    private Future<Suggestion> record(Plan plan, SuggestionState before, Outcome outcome) {
        Instant now = book.now();
        return book.write(connection -> version(connection, plan, outcome, now)
                .compose(version -> book.replace(
                                connection,
                                SafetyGate.judged(plan.suggestion(), plan.safety(), next(before, plan, version, now)),
                                before)
                        .compose(done -> book.announce(
                                        connection,
                                        new AutomationDeployed(
                                                done.id(),
                                                plan.automationId(),
                                                version,
                                                target.kind(),
                                                outcome.location()))
                                .map(done))));
    }

    private static SuggestionState next(SuggestionState before, Plan plan, int version, Instant now) {
        return switch (before) {
            case Approved approved -> approved.deployed(now, plan.automationId(), version);
            case Deployed deployed when deployed.version() == version -> deployed;
            default -> new Deployed(now, plan.automationId(), version);
        };
    }

    /** The number under which this content is known; a new one only if it is not. */
    private Future<Integer> version(SqlConnection connection, Plan plan, Outcome outcome, Instant now) {
        return versions.of(connection, plan.automationId()).compose(history -> {
            Optional<DeployedVersion> known =
                    history.active().filter(active -> active.contentHash().equals(outcome.contentHash()));
            if (known.isPresent()) {
                return Future.succeededFuture(known.get().version());
            }
            DeployedVersion version = new DeployedVersion(
                    plan.automationId(),
                    history.nextNumber(),
                    plan.suggestion().id(),
                    plan.suggestion().automation(),
                    outcome.contentHash(),
                    versions.keep(outcome.previous()),
                    target.kind(),
                    outcome.location(),
                    now);
            return versions.add(connection, version)
                    .compose(added -> added
                            ? Future.succeededFuture(version.version())
                            : conflict("version " + version.version() + " of " + plan.automationId()
                                    + " was just written; look again"));
        });
    }

    private Future<Suggestion> fail(Plan plan, Approved approved, String problem) {
        Suggestion failed = SafetyGate.judged(
                plan.suggestion(),
                plan.safety(),
                approved.failed(book.now(), problem.replaceAll("\\s+", " ").strip()));
        return book.write(connection -> book.replace(connection, failed, approved)
                .compose(
                        done -> book.announce(connection, new AutomationFailed(done.id(), plan.automationId(), problem))
                                .map(done)));
    }
}
