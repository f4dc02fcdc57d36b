package io.homeiq.automation.suggestion;

import io.homeiq.contracts.event.SuggestionApproved;
import io.homeiq.contracts.event.SuggestionRejected;
import io.homeiq.contracts.suggestion.Repair;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.contracts.suggestion.SuggestionState.Approved;
import io.homeiq.contracts.suggestion.SuggestionState.Failed;
import io.homeiq.contracts.suggestion.SuggestionState.Proposed;
import io.homeiq.contracts.suggestion.SuggestionState.Rejected;
import io.homeiq.contracts.suggestion.SuggestionState.RolledBack;
import io.homeiq.service.OneAtATime;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.store.pattern.Feedback;
import io.homeiq.store.pattern.FeedbackAction;
import io.homeiq.store.pattern.FeedbackRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The owner's yes and no. Each call is the explicit consent, or refusal, of one suggestion. What the state does not offer fails with the problem
 * CONFLICT, an unknown suggestion with NOT_FOUND.
 */
public final class Decisions {

    /** Of a comment, in characters: with the rest of its event it must fit on the bus. */
    public static final int MAX_COMMENT = 2_000;

    private final SuggestionBook book;
    private final SafetyGate gate;
    private final FeedbackRepository feedback;
    private final OneAtATime turns;
    private final Runnable approved;

    /** What must still hold of a suggestion when it gets its answer. */
    @FunctionalInterface
    public interface Premise {

        /** Nothing more than what every answer needs. */
        Premise NONE = (connection, suggestion) -> Future.succeededFuture();

        /** Looked at in the transaction of the answer; a failure is that of the answer, and nothing is changed. */
        Future<Void> hold(SqlConnection connection, Suggestion suggestion);
    }

    /**
     * @param turns what puts automations in place goes by these, so that a no never crosses a deployment
     * @param approved called after each yes, when it is safe on the disk
     */
    public Decisions(
            SuggestionBook book, SafetyGate gate, FeedbackRepository feedback, OneAtATime turns, Runnable approved) {
        this.book = book;
        this.gate = gate;
        this.feedback = feedback;
        this.turns = turns;
        this.approved = approved;
    }

    /** Yes. It is to be deployed from now on; what was rejected or expired cannot be approved. */
    public Future<Suggestion> approve(String id, @Nullable String comment) {
        return approve(id, comment, Consent.MISSING);
    }

    /** The same, with or without consent to what the safety check asks about. */
    public Future<Suggestion> approve(String id, @Nullable String comment, Consent consent) {
        requireShort("feedback", comment);
        return approveNow(id, comment, consent, true, Premise.NONE).onSuccess(done -> approved.run());
    }

    /** Yes without consent to what the safety check asks about, if the premise holds. */
    public Future<Suggestion> approveIf(String id, Premise premise) {
        return approveNow(id, null, Consent.MISSING, true, premise).onSuccess(done -> approved.run());
    }

    /** Yes, by somebody who deploys it at once: nobody else is told to. */
    public Future<Suggestion> approveToDeploy(String id, Consent consent) {
        return approveToDeploy(id, consent, true);
    }

    /**
     * As {@link #approveToDeploy(String, Consent)}.
     *
     * @param armed false: it is put in place switched off, to be armed later
     */
    public Future<Suggestion> approveToDeploy(String id, Consent consent, boolean armed) {
        return approveNow(id, null, consent, armed, Premise.NONE);
    }

    private Future<Suggestion> approveNow(
            String id, @Nullable String comment, Consent consent, boolean armed, Premise premise) {
        return book.read(connection -> book.find(connection, id))
                .compose(known -> gate.judge(known.automation())
                        .compose(safety -> book.write(connection -> find(connection, id, premise)
                                .compose(suggestion -> unchanged(suggestion, known))
                                .compose(suggestion ->
                                        approve(connection, suggestion, asked(suggestion, safety), consent, armed))
                                .compose(done -> note(connection, done, FeedbackAction.ACCEPT, comment)))));
    }

    /** The yes is to what was judged. */
    private static Future<Suggestion> unchanged(Suggestion now, Suggestion judged) {
        return now.automation().equals(judged.automation())
                ? Future.succeededFuture(now)
                : Problem.of(
                                Kind.CONFLICT,
                                "the suggestion " + now.id()
                                        + " has just changed; look at it again, and approve it then")
                        .asFailure();
    }

    private Future<Suggestion> find(SqlConnection connection, String id, Premise premise) {
        return book.find(connection, id)
                .compose(suggestion -> premise.hold(connection, suggestion).map(suggestion));
    }

    private Future<Suggestion> approve(
            SqlConnection connection, Suggestion suggestion, Safety safety, Consent consent, boolean armed) {
        Optional<Approved> next =
                approved(suggestion, book.now()).map(yes -> armed ? yes : new Approved(yes.since(), false));
        if (next.isEmpty()) {
            return SuggestionBook.refused(suggestion, "approved");
        }
        Optional<String> objection = SafetyGate.objection(safety, null, consent);
        if (objection.isPresent()) {
            return Problem.of(
                            Kind.CONFLICT,
                            "the suggestion " + suggestion.id() + " cannot be approved: " + objection.get())
                    .asFailure();
        }
        return book.replace(connection, SafetyGate.judged(suggestion, safety, next.get()), suggestion.state())
                .compose(done -> book.announce(connection, new SuggestionApproved(done.id()))
                        .map(done));
    }

    /** Taking an automation away switches nothing, whatever it did. */
    private static Safety asked(Suggestion suggestion, Safety safety) {
        Repair repair = suggestion.repair();
        return repair != null && repair.takesAway() ? suggestion.safety() : safety;
    }

    private static Optional<Approved> approved(Suggestion suggestion, Instant now) {
        return switch (suggestion.state()) {
            case Proposed proposed -> Optional.of(proposed.approve(now));
            case SuggestionState.Trial trial -> Optional.of(trial.promote(now));
            case Failed failed -> Optional.of(failed.approve(now));
            case RolledBack back -> Optional.of(back.approve(now));
            default -> Optional.empty();
        };
    }

    /** No. An approved one can be rejected until it is deployed; a deployment under way is waited for first. */
    public Future<Suggestion> reject(String id, @Nullable String reason) {
        requireShort("reason", reason);
        return reject(id, reason, Premise.NONE);
    }

    /** No without a reason, if the premise holds. */
    public Future<Suggestion> rejectIf(String id, Premise premise) {
        return reject(id, null, premise);
    }

    private Future<Suggestion> reject(String id, @Nullable String reason, Premise premise) {
        return book.read(connection -> book.find(connection, id))
                .compose(suggestion -> suggestion.state() instanceof Approved
                        ? turns.run(() -> rejectNow(id, reason, premise))
                        : rejectNow(id, reason, premise));
    }

    private Future<Suggestion> rejectNow(String id, @Nullable String reason, Premise premise) {
        return book.write(connection -> find(connection, id, premise)
                .compose(suggestion -> reject(connection, suggestion, reason))
                .compose(rejected -> note(connection, rejected, FeedbackAction.REJECT, reason)));
    }

    private Future<Suggestion> reject(SqlConnection connection, Suggestion suggestion, @Nullable String reason) {
        return rejected(suggestion, book.now(), reason)
                .map(next -> book.replace(connection, suggestion.in(next), suggestion.state())
                        .compose(done -> book.announce(connection, new SuggestionRejected(suggestion.id(), reason))
                                .map(done)))
                .orElseGet(() -> SuggestionBook.refused(suggestion, "rejected"));
    }

    private static Optional<Rejected> rejected(Suggestion suggestion, Instant now, @Nullable String reason) {
        return switch (suggestion.state()) {
            case Proposed proposed -> Optional.of(proposed.reject(now, reason));
            case SuggestionState.Trial trial -> Optional.of(trial.reject(now, reason));
            case Approved approved -> Optional.of(approved.reject(now, reason));
            case Failed failed -> Optional.of(failed.reject(now, reason));
            default -> Optional.empty();
        };
    }

    private Future<Suggestion> note(
            SqlConnection connection, Suggestion suggestion, FeedbackAction action, @Nullable String comment) {
        return feedback.add(
                        connection,
                        book.home(),
                        suggestion.patternId(),
                        new Feedback(action, comment, suggestion.state().since()))
                .map(suggestion);
    }

    private static void requireShort(String name, @Nullable String comment) {
        if (comment != null && comment.length() > MAX_COMMENT) {
            throw Problem.of(
                            Kind.INVALID_REQUEST,
                            name + " may have " + MAX_COMMENT + " characters, had: " + comment.length())
                    .with("parameter", name)
                    .asException();
        }
    }
}
