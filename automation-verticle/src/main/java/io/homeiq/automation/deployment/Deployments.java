package io.homeiq.automation.deployment;

import io.homeiq.automation.suggestion.Consent;
import io.homeiq.automation.suggestion.Decisions;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState.Approved;
import io.homeiq.contracts.suggestion.SuggestionState.Deployed;
import io.homeiq.contracts.suggestion.SuggestionState.Expired;
import io.homeiq.contracts.suggestion.SuggestionState.Failed;
import io.homeiq.contracts.suggestion.SuggestionState.Proposed;
import io.homeiq.contracts.suggestion.SuggestionState.Rejected;
import io.homeiq.contracts.suggestion.SuggestionState.Retired;
import io.homeiq.contracts.suggestion.SuggestionState.RolledBack;
import io.homeiq.contracts.suggestion.SuggestionState.Trial;
import io.homeiq.service.OneAtATime;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** What can be asked for in the way of automations: to put one in place now, or to take it back. */
public final class Deployments {

    private static final String LATER = "Approved; it is put in place as soon as that is possible.";

    private final SuggestionBook book;
    private final Placement placement;
    private final Rollback rollback;
    private final OneAtATime turns;
    private final DeploymentWorker worker;

    public Deployments(Vertx vertx, DeploymentParts parts, RetryPauses pauses) {
        DeploymentBook versions =
                new DeploymentBook(parts.versions(), parts.book().home(), parts.json());
        this.book = parts.book();
        this.placement = new Placement(parts.book(), parts.gate(), versions, parts.target());
        this.rollback = new Rollback(parts.book(), parts.gate(), versions, parts.target());
        this.turns = parts.turns();
        this.worker = new DeploymentWorker(vertx, parts.book(), placement, turns, pauses);
    }

    /** Carries out approvals in the background. */
    public DeploymentWorker worker() {
        return worker;
    }

    /** A suggestion, and one sentence on what was done about it. */
    public record Answer(Suggestion suggestion, String message) {}

    /**
     * Puts the automation of a suggestion in place now; the call is the owner's approval where that is still missing.
     *
     * @param edits for this call alone: what is put in place later by itself replaces nothing
     * @param consent for this call alone
     * @return the suggestion, deployed, or still approved while Home Assistant cannot be reached. Fails with the problem NOT_FOUND, or CONFLICT with
     *     the cause and the cure; its {@code state} is {@code failed} if it was tried
     */
    public Future<Answer> deploy(String id, Decisions decisions, HandEdits edits, Consent consent) {
        return deploy(id, decisions, edits, consent, true);
    }

    /**
     * As {@link #deploy(String, Decisions, HandEdits, Consent)}.
     *
     * @param armed false: what is approved by this call is put in place switched off, to be armed later
     */
    public Future<Answer> deploy(String id, Decisions decisions, HandEdits edits, Consent consent, boolean armed) {
        return book.read(connection -> book.find(connection, id)).compose(suggestion -> switch (suggestion.state()) {
            case Proposed any -> approve(id, decisions, edits, consent, armed);
            case Trial any -> approve(id, decisions, edits, consent, armed);
            case Retired any -> SuggestionBook.refused(suggestion, "deployed");
            case Failed any -> approve(id, decisions, edits, consent, armed);
            case RolledBack any -> approve(id, decisions, edits, consent, armed);
            case Approved any -> carryOut(suggestion, edits, consent);
            case Deployed any -> confirm(suggestion, edits, consent);
            case Rejected any -> SuggestionBook.refused(suggestion, "deployed");
            case Expired any -> SuggestionBook.refused(suggestion, "deployed");
        });
    }

    private Future<Answer> approve(String id, Decisions decisions, HandEdits edits, Consent consent, boolean armed) {
        return decisions.approveToDeploy(id, consent, armed).compose(approved -> carryOut(approved, edits, consent));
    }

    private Future<Answer> confirm(Suggestion deployed, HandEdits edits, Consent consent) {
        return turns.run(() -> placement.confirm(deployed, edits, consent))
                .compose(message -> book.read(connection -> book.find(connection, deployed.id()))
                        .map(now -> new Answer(now, message)))
                .recover(Faults::asProblem);
    }

    private Future<Answer> carryOut(Suggestion approved, HandEdits edits, Consent consent) {
        return turns.run(() -> placement.carryOut(approved.id(), edits, consent))
                .compose(done -> switch (done.suggestion().state()) {
                    case Deployed deployed ->
                        Future.succeededFuture(new Answer(
                                done.suggestion(), done.replaced() ? Placement.REPLACED : inPlace(deployed)));
                    case Retired gone ->
                        Future.succeededFuture(new Answer(done.suggestion(), "The automation is taken away."));
                    case Failed failed ->
                        Problem.of(Kind.CONFLICT, failed.problem())
                                .with("state", "failed")
                                .asFailure();
                    default -> SuggestionBook.refused(done.suggestion(), "deployed");
                })
                .recover(failure -> later(approved, failure))
                .eventually(() -> {
                    worker.wake();
                    return Future.succeededFuture();
                });
    }

    private static String inPlace(Deployed deployed) {
        return Arming.isDisarmed(deployed)
                ? "Its automation is in place, switched off; enable it to arm it."
                : "Its automation is in place.";
    }

    /**
     * As {@link #deploy}, when nobody is there to put it in place: it is only approved, where that is still missing.
     *
     * @return fails with the problem NOT_FOUND, or CONFLICT with the cause and the cure
     */
    Future<Answer> deployLater(String id, Decisions decisions, Consent consent) {
        return book.read(connection -> book.find(connection, id)).compose(suggestion -> switch (suggestion.state()) {
            case Proposed any -> decisions.approve(id, null, consent).map(done -> new Answer(done, LATER));
            case Trial any -> decisions.approve(id, null, consent).map(done -> new Answer(done, LATER));
            case Retired any -> SuggestionBook.refused(suggestion, "deployed");
            case Failed any -> decisions.approve(id, null, consent).map(done -> new Answer(done, LATER));
            case RolledBack any -> decisions.approve(id, null, consent).map(done -> new Answer(done, LATER));
            case Approved any -> Future.succeededFuture(new Answer(suggestion, LATER));
            case Deployed any ->
                Future.succeededFuture(new Answer(suggestion, "It was deployed before; it is not checked now."));
            case Rejected any -> SuggestionBook.refused(suggestion, "deployed");
            case Expired any -> SuggestionBook.refused(suggestion, "deployed");
        });
    }

    private static Future<Answer> later(Suggestion approved, Throwable failure) {
        return Faults.isPassing(failure)
                ? Future.succeededFuture(new Answer(
                        approved,
                        "Approved; it cannot be put in place just now and is tried again: " + failure.getMessage()))
                : Future.failedFuture(failure);
    }

    /**
     * Takes a deployment back; one that was taken back already is left as it is.
     *
     * @param id of a suggestion or of an automation
     * @param consent to what the safety check asks about in what is put back
     * @return fails with the problem NOT_FOUND, CONFLICT with the cause and the cure, or UNAVAILABLE
     */
    public Future<Answer> rollBack(String id, Consent consent) {
        return turns.run(() -> rollback.rollBack(id, consent))
                .map(result -> new Answer(result.suggestion(), result.message()))
                .recover(Faults::asProblem);
    }
}
