package io.homeiq.automation.trial;

import io.homeiq.automation.suggestion.Consent;
import io.homeiq.automation.suggestion.Decisions;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.contracts.suggestion.SuggestionState.Proposed;
import io.homeiq.contracts.suggestion.SuggestionState.Trial;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Begins and ends trials. What the state does not offer fails with the problem CONFLICT, an unknown suggestion with NOT_FOUND; asked again for what is so
 * already, nothing is changed.
 */
public final class Trials {

    private final SuggestionBook book;
    private final Decisions decisions;
    private final Runnable changed;

    /** @param changed called after each begin and end, when it is safe on the disk */
    public Trials(SuggestionBook book, Decisions decisions, Runnable changed) {
        this.book = book;
        this.decisions = decisions;
        this.changed = changed;
    }

    /** Watches live what the suggestion would do. */
    public Future<Suggestion> begin(String id) {
        return book.write(connection -> book.find(connection, id).compose(suggestion -> switch (suggestion.state()) {
                    case Trial ignored -> Future.succeededFuture(suggestion);
                    case Proposed proposed
                    when !io.homeiq.mining.trial.Trial.canFollow(
                            suggestion.automation().rule()) ->
                        Problem.of(
                                        Kind.CONFLICT,
                                        "the suggestion " + id
                                                + " cannot be tried: its rule has parts that cannot be followed; approve or reject it")
                                .<Suggestion>asFailure();
                    case Proposed proposed ->
                        book.replace(connection, suggestion.in(proposed.tryOut(book.now())), proposed);
                    default -> SuggestionBook.<Suggestion>refused(suggestion, "tried");
                }))
                .onSuccess(done -> changed.run());
    }

    /**
     * The owner says yes: it is deployed from now on.
     *
     * @param consent to what the safety check asks about
     */
    public Future<Suggestion> promote(String id, Consent consent) {
        return book.read(connection -> book.find(connection, id))
                .compose(suggestion -> switch (suggestion.state()) {
                    case Trial ignored -> decisions.approve(id, null, consent);
                    case SuggestionState.Approved ignored -> Future.succeededFuture(suggestion);
                    case SuggestionState.Deployed ignored -> Future.succeededFuture(suggestion);
                    default -> SuggestionBook.<Suggestion>refused(suggestion, "promoted");
                })
                .onSuccess(done -> changed.run());
    }

    /** The trial ends without an answer; the suggestion waits for the owner again. */
    public Future<Suggestion> drop(String id) {
        return book.write(connection -> book.find(connection, id).compose(suggestion -> switch (suggestion.state()) {
                    case Proposed ignored -> Future.succeededFuture(suggestion);
                    case Trial trial -> book.replace(connection, suggestion.in(trial.drop(book.now())), trial);
                    default -> SuggestionBook.<Suggestion>refused(suggestion, "dropped");
                }))
                .onSuccess(done -> changed.run());
    }

    Future<Suggestion> find(String id) {
        return book.read(connection -> book.find(connection, id));
    }

    /** The suggestion on trial; empty if it is not. Fails with the problem NOT_FOUND. */
    Future<Optional<Suggestion>> onTrial(String id) {
        return book.read(connection -> book.find(connection, id))
                .map(suggestion -> suggestion.state() instanceof Trial ? Optional.of(suggestion) : Optional.empty());
    }
}
