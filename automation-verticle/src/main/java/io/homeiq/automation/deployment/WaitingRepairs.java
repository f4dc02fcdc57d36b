package io.homeiq.automation.deployment;

import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.event.SuggestionExpired;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.contracts.suggestion.SuggestionState.Proposed;
import io.homeiq.contracts.suggestion.SuggestionState.Trial;
import io.homeiq.store.suggestion.SuggestionFilter;
import io.homeiq.store.suggestion.SuggestionStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;

/** Repairs that wait for an answer. They are about what is in place, so they go with it. */
final class WaitingRepairs {

    private static final SuggestionFilter WAITING =
            SuggestionFilter.in(SuggestionStatus.PROPOSED, SuggestionStatus.TRIAL);
    private static final String REASON = "what it would repair is no longer in place";

    private final SuggestionBook book;

    WaitingRepairs(SuggestionBook book) {
        this.book = book;
    }

    /** Withdraws all that are about this automation, in the transaction of the connection. */
    Future<Void> withdraw(SqlConnection connection, String automationId) {
        return book.list(connection, WAITING).compose(waiting -> {
            Future<Void> done = Future.succeededFuture();
            for (Suggestion each : about(automationId, waiting)) {
                done = done.compose(before -> expire(connection, each));
            }
            return done;
        });
    }

    private static List<Suggestion> about(String automationId, List<Suggestion> waiting) {
        return waiting.stream()
                .filter(each ->
                        each.repair() != null && each.repair().automationId().equals(automationId))
                .toList();
    }

    private Future<Void> expire(SqlConnection connection, Suggestion repair) {
        return book.replace(connection, repair.in(expired(repair.state(), book.now())), repair.state())
                .compose(done -> book.announce(connection, new SuggestionExpired(repair.id(), REASON)));
    }

    private static SuggestionState expired(SuggestionState waiting, Instant now) {
        return switch (waiting) {
            case Proposed proposed -> proposed.expire(now);
            case Trial trial -> trial.drop(now).expire(now);
            default -> throw new IllegalArgumentException("only what waits can be withdrawn, was: " + waiting);
        };
    }
}
