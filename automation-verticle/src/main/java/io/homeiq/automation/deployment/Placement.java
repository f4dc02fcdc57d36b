package io.homeiq.automation.deployment;

import io.homeiq.automation.deployment.DeploymentBook.History;
import io.homeiq.automation.deployment.Putting.Put;
import io.homeiq.automation.suggestion.Consent;
import io.homeiq.automation.suggestion.SafetyGate;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.event.AutomationDeployed;
import io.homeiq.contracts.event.AutomationFailed;
import io.homeiq.contracts.suggestion.Repair;
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
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * Puts the automation of one suggestion in place. First the target, then one transaction with the version, the state and the event: after a crash
 * between the two, the same is done again, and the target finds it unchanged. To be called in turn.
 */
final class Placement {

    /** Of what a target says, in characters: with the rest of its event it must fit on the bus. */
    private static final int MAX_PROBLEM = 2_000;

    /** What is told of a replaced hand edit. */
    static final String REPLACED =
            "It is in place, over what was changed by hand, as you asked; a rollback puts that back.";

    private final SuggestionBook book;
    private final SafetyGate gate;
    private final DeploymentBook versions;
    private final AutomationTarget target;
    private final Putting putting;

    Placement(SuggestionBook book, SafetyGate gate, DeploymentBook versions, AutomationTarget target) {
        this.book = book;
        this.gate = gate;
        this.versions = versions;
        this.target = target;
        this.putting = new Putting(target);
    }

    /** All that is to be known before the first step. */
    private record Plan(Suggestion suggestion, Safety safety, History history) {

        String automationId() {
            return suggestion.automation().id();
        }

        /** The suggestion with its automation as it is to stand there. */
        Suggestion placed() {
            return suggestion.with(Arming.automation(suggestion));
        }
    }

    private Future<Plan> plan(SuggestionId id) {
        return book.read(connection -> book.find(connection, id))
                .compose(known -> gate.judge(known.automation())
                        .compose(safety -> book.read(connection -> book.find(connection, id)
                                        .compose(suggestion -> versions.of(
                                                        connection,
                                                        suggestion.automation().id())
                                                .map(history -> new Plan(suggestion, safety, history))))
                                .compose(plan -> plan.suggestion().automation().equals(known.automation())
                                        ? Future.succeededFuture(plan)
                                        : plan(id))));
    }

    /**
     * What was done.
     *
     * @param replaced whether ours took the place of what a person had changed
     */
    record Done(Suggestion suggestion, boolean replaced) {}

    /**
     * Carries out what was approved; one that is not approved, or not any more, is left as it is.
     *
     * @return the suggestion as it is then: deployed, or failed for good. Fails if trying again may help; then it is still approved
     */
    Future<Done> carryOut(SuggestionId id, HandEdits edits, Consent consent) {
        return plan(id).compose(plan -> plan.suggestion().state() instanceof Approved approved
                ? carryOut(plan, approved, edits, consent)
                : Future.succeededFuture(new Done(plan.suggestion(), false)));
    }

    private Future<Done> carryOut(Plan plan, Approved approved, HandEdits edits, Consent consent) {
        Repair repair = plan.suggestion().repair();
        if (repair != null && repair.takesAway()) {
            return new Retirement(book, versions, target)
                    .carryOut(plan.suggestion(), approved, plan.history())
                    .compose(outcome -> outcome.retired()
                            .map(gone -> Future.succeededFuture(new Done(gone, false)))
                            .orElseGet(() -> fail(plan, approved, outcome.problem())));
        }
        Optional<String> objection =
                SafetyGate.objection(plan.safety(), plan.suggestion().safety(), consent);
        if (objection.isPresent()) {
            return fail(plan, approved, objection.get());
        }
        return put(plan, edits).recover(Faults::asRefusal).compose(put -> switch (put.deployment()) {
            case Deployment.Deployed done -> record(plan, approved, content(done, put.replaced()));
            case Deployment.Unchanged same -> record(plan, approved, content(same, plan));
            case Deployment.HandEdited edited -> fail(plan, approved, Faults.handEdited(edited));
            case Deployment.Refused refused -> fail(plan, approved, refused.reason());
        });
    }

    private Future<Put> put(Plan plan, HandEdits edits) {
        return putting.put(plan.placed().automation(), plan.history().hashIn(target.kind()), edits);
    }

    /**
     * Makes sure that a deployed one is really in place.
     *
     * @return what came of it, in one sentence; fails with the problem CONFLICT if it may not or cannot be put there
     */
    Future<String> confirm(Suggestion deployed, HandEdits edits, Consent consent) {
        return plan(deployed.id()).compose(plan -> {
            if (!(plan.suggestion().state() instanceof Deployed state)) {
                return SuggestionBook.refused(plan.suggestion(), "deployed again");
            }
            Optional<String> objection =
                    SafetyGate.objection(plan.safety(), plan.suggestion().safety(), consent);
            if (objection.isPresent()) {
                return conflict(objection.get());
            }
            return put(plan, edits).compose(put -> switch (put.deployment()) {
                case Deployment.Deployed done ->
                    record(plan, state, content(done, put.replaced()))
                            .map(again ->
                                    again.replaced() ? REPLACED : "It was not there any more, and is in place again.");
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

    private DeployedContent content(Deployment.Deployed done, boolean replaced) {
        return new DeployedContent(target.kind(), done.location(), done.contentHash(), done.previous(), replaced);
    }

    /** It was put there before a crash, over what we had there until then. */
    private DeployedContent content(Deployment.Unchanged same, Plan plan) {
        return new DeployedContent(
                target.kind(),
                same.location(),
                same.contentHash(),
                plan.history().contentIn(target.kind()),
                false);
    }

    private Future<Done> record(Plan plan, SuggestionState before, DeployedContent content) {
        Instant now = book.now();
        return book.write(connection -> versions.record(connection, plan.placed(), content, now)
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
                                                content.location()))
                                .map(new Done(done, content.replaced())))));
    }

    private static SuggestionState next(SuggestionState before, Plan plan, int version, Instant now) {
        return switch (before) {
            case Approved approved -> approved.deployed(now, plan.automationId(), version);
            case Deployed deployed when deployed.version() == version -> deployed;
            case Deployed deployed -> new Deployed(now, plan.automationId(), version, deployed.armed());
            default -> new Deployed(now, plan.automationId(), version);
        };
    }

    private Future<Done> fail(Plan plan, Approved approved, String problem) {
        String line = problem.replaceAll("\\s+", " ").strip();
        String told = line.length() <= MAX_PROBLEM ? line : line.substring(0, MAX_PROBLEM) + "…";
        Suggestion failed = SafetyGate.judged(plan.suggestion(), plan.safety(), approved.failed(book.now(), told));
        return book.write(connection -> book.replace(connection, failed, approved)
                .compose(done -> book.announce(connection, new AutomationFailed(done.id(), plan.automationId(), told))
                        .map(new Done(done, false))));
    }
}
