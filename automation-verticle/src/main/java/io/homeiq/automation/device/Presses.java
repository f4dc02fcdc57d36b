package io.homeiq.automation.device;

import io.homeiq.automation.suggestion.Decisions;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.automation.wording.Wordings;
import io.homeiq.contracts.event.Command.ApproveShown;
import io.homeiq.contracts.event.Command.RejectShown;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.ProblemException;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Obeys the buttons: a press does what the owner's answer does by any other way, with no consent to what the safety check asks about. It must
 * mean what was shown: it carries the mark of that, and nothing that came up a moment before it is answered.
 */
final class Presses {

    private static final String LOOK_AGAIN = "; nothing was done, look again and press then";

    private final SuggestionBook book;
    private final ShownBook shown;
    private final Decisions decisions;
    private final Wordings wordings;
    private final WireJson json;
    private final Echo echo;

    /** Where the owner hears what came of a press. */
    interface Echo {

        void obeyed(String words);

        void refused(SuggestionId id, String title, String reason);
    }

    Presses(SuggestionBook book, ShownBook shown, Decisions decisions, Wordings wordings, WireJson json, Echo echo) {
        this.book = book;
        this.shown = shown;
        this.decisions = decisions;
        this.wordings = wordings;
        this.json = json;
        this.echo = echo;
    }

    /** Fails with the problem CONFLICT if it was meant for something else, or cannot be done. */
    Future<Void> approve(ApproveShown press) {
        return press(
                new Press(press.suggestionId(), press.shown(), "Approved", Presses::isApproved), decisions::approveIf);
    }

    /** As {@link #approve}. */
    Future<Void> reject(RejectShown press) {
        return press(
                new Press(
                        press.suggestionId(),
                        press.shown(),
                        "Rejected",
                        state -> state instanceof SuggestionState.Rejected),
                decisions::rejectIf);
    }

    /** @param done whether a suggestion in this state got that very answer before */
    private record Press(SuggestionId id, String mark, String word, Predicate<SuggestionState> done) {}

    private static boolean isApproved(SuggestionState state) {
        return state instanceof SuggestionState.Approved || state instanceof SuggestionState.Deployed;
    }

    private Future<Void> press(Press press, BiFunction<String, Decisions.Premise, Future<Suggestion>> decide) {
        return book.read(connection -> book.find(connection, press.id()))
                .compose(suggestion -> press.done().test(suggestion.state())
                        // A message may come twice.
                        ? Future.<Void>succeededFuture()
                        : obey(press, DeviceState.titleOf(wordings.shown(suggestion)), decide));
    }

    private Future<Void> obey(
            Press press, String title, BiFunction<String, Decisions.Premise, Future<Suggestion>> decide) {
        return decide.apply(press.id().value(), (connection, suggestion) -> isMeant(connection, suggestion, press))
                .onSuccess(done -> echo.obeyed(press.word() + ": " + title))
                .onFailure(failure -> {
                    if (failure instanceof ProblemException refused) {
                        echo.refused(press.id(), title, refused.problem().detail());
                    }
                })
                .mapEmpty();
    }

    /** Looked at where the answer is written, so that nothing comes between. */
    private Future<Void> isMeant(SqlConnection connection, Suggestion suggestion, Press press) {
        return shown.load(connection)
                .compose(now -> objection(press, suggestion, now)
                        .map(objection -> Problem.of(Kind.CONFLICT, objection + LOOK_AGAIN)
                                .<Void>asFailure())
                        .orElseGet(Future::succeededFuture));
    }

    private Optional<String> objection(Press press, Suggestion suggestion, Optional<Shown> now) {
        Shown pressed = new Shown(press.id(), press.mark(), book.now());
        if (now.isEmpty() || !now.get().suggestionId().equals(press.id())) {
            return Optional.of("the device shows another suggestion than " + press.id() + " by now");
        }
        if (!now.get().isSame(pressed) || !Shown.mark(suggestion, json).equals(press.mark())) {
            return Optional.of("the suggestion " + press.id() + " has changed since it was shown");
        }
        return now.get().isTooSoon(book.now())
                ? Optional.of("the suggestion " + press.id() + " has come up only just before the press")
                : Optional.empty();
    }
}
