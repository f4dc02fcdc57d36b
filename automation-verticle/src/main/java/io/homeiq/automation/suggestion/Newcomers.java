package io.homeiq.automation.suggestion;

import io.homeiq.automation.mode.ModeBook;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.suggestion.Mode;
import io.homeiq.contracts.suggestion.Repair;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState.Proposed;
import io.homeiq.mining.trial.Trial;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

/** Tells of suggestions that are new, and in shadow puts them on trial at once. */
public final class Newcomers {

    private final SuggestionBook book;
    private final ModeBook modes;

    public Newcomers(SuggestionBook book, ModeBook modes) {
        this.book = book;
        this.modes = modes;
    }

    /** To be called in the transaction in which it was stored. */
    public Future<Void> tell(SqlConnection connection, Suggestion made) {
        return book.announce(connection, new SuggestionCreated(made))
                .compose(told -> modes.load(connection))
                .compose(chosen -> chosen.mode() == Mode.SHADOW ? tryOut(connection, made) : Future.succeededFuture());
    }

    /** One whose rule cannot be followed, or that takes an automation away, waits for an answer as ever. */
    private Future<Void> tryOut(SqlConnection connection, Suggestion made) {
        Repair repair = made.repair();
        boolean isFollowed = Trial.canFollow(made.automation().rule()) && (repair == null || !repair.takesAway());
        return made.state() instanceof Proposed proposed && isFollowed
                ? book.replace(connection, made.in(proposed.tryOut(book.now())), proposed)
                        .mapEmpty()
                : Future.succeededFuture();
    }
}
