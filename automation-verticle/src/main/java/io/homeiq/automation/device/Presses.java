package io.homeiq.automation.device;

import io.homeiq.automation.suggestion.Consent;
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
import java.util.Optional;
import java.util.function.Function;
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
                new Press(press.suggestionId(), press.shown(), "Approved", Presses::isApproved),
                id -> decisions.approve(id, null, Consent.MISSING));
    }

    /** As {@link #approve}. */
    Future<Void> reject(RejectShown press) {
        return press(
                new Press(
                        press.suggestionId(),
                        press.shown(),
                        "Rejected",
                        state -> state instanceof SuggestionState.Rejected),
                id -> decisions.reject(id, null));
    }

    /** @param done whether a suggestion in this state got that very answer before */
    private record Press(SuggestionId id, String mark, String word, Predicate<SuggestionState> done) {}

    private static boolean isApproved(SuggestionState state) {
        return state instanceof SuggestionState.Approved || state instanceof SuggestionState.Deployed;
    }

    private Future<Void> press(Press press, Function<String, Future<Suggestion>> decide) {
        return book.read(connection -> book.find(connection, press.id())
                        .compose(suggestion -> shown.load(connection).map(now -> new Look(suggestion, now))))
                .compose(look -> press.done().test(look.suggestion().state())
                        // A message may come twice.
                        ? Future.<Void>succeededFuture()
                        : obey(press, look, decide));
    }

    private record Look(Suggestion suggestion, Optional<Shown> shown) {}

    private Future<Void> obey(Press press, Look look, Function<String, Future<Suggestion>> decide) {
        String title = DeviceState.titleOf(wordings.shown(look.suggestion()));
        return objection(press, look)
                .map(objection ->
                        Problem.of(Kind.CONFLICT, objection + LOOK_AGAIN).<Suggestion>asFailure())
                .orElseGet(() -> decide.apply(press.id().value()))
                .onSuccess(done -> echo.obeyed(press.word() + ": " + title))
                .onFailure(failure -> {
                    if (failure instanceof ProblemException refused) {
                        echo.refused(press.id(), title, refused.problem().detail());
                    }
                })
                .mapEmpty();
    }

    private Optional<String> objection(Press press, Look look) {
        Shown pressed = new Shown(press.id(), press.mark(), book.now());
        Optional<Shown> now = look.shown();
        if (now.isEmpty() || !now.get().suggestionId().equals(press.id())) {
            return Optional.of("the device shows another suggestion than " + press.id() + " by now");
        }
        if (!now.get().isSame(pressed) || !Shown.mark(look.suggestion(), json).equals(press.mark())) {
            return Optional.of("the suggestion " + press.id() + " has changed since it was shown");
        }
        return now.get().isTooSoon(book.now())
                ? Optional.of("the suggestion " + press.id() + " has come up only just before the press")
                : Optional.empty();
    }
}
