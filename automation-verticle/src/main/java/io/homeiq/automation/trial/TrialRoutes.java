package io.homeiq.automation.trial;

import io.homeiq.automation.suggestion.Consent;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.automation.suggestion.SuggestionView;
import io.homeiq.automation.watch.HomeWatch;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Beginning, watching and ending trials. */
public final class TrialRoutes implements Routes {

    private static final String BEGUN =
            "On trial: what it would do is watched from now on, and nothing is done. Promote or drop it when you have seen enough.";
    private static final String PROMOTED = "Approved; its automation is put in place as soon as that is possible.";
    private static final String DROPPED = "The trial is over; the suggestion waits for your answer.";

    private final Trials trials;
    private final HomeWatch watch;

    public TrialRoutes(Trials trials, HomeWatch watch) {
        this.trials = trials;
        this.watch = watch;
    }

    @Override
    public void addTo(Api api) {
        api.get("/api/suggestions/{id}/trial", this::show);
        api.act(
                "/api/suggestions/{id}/trial",
                request -> trials.begin(request.path("id")).map(done -> Reply.ok(SuggestionView.of(done, BEGUN))));
        api.post(
                "/api/suggestions/{id}/promote",
                request -> trials.promote(request.path("id"), consent(request))
                        .map(done -> Reply.ok(SuggestionView.of(done, PROMOTED))));
        api.act(
                "/api/suggestions/{id}/drop",
                request -> trials.drop(request.path("id")).map(done -> Reply.ok(SuggestionView.of(done, DROPPED))));
    }

    private static Consent consent(Request request) {
        return Consent.of(
                request.body().length() == 0 ? null : request.body(Said.class).consent());
    }

    private record Said(@Nullable Boolean consent) {}

    private Future<Reply> show(Request request) {
        String id = request.path("id");
        return trials.onTrial(id)
                .compose(suggestion -> suggestion
                        .map(on -> watch.trialOf(on.id()).map(seen -> Reply.ok(view(on, seen))))
                        .orElseGet(() -> trials.find(id).compose(other -> SuggestionBook.refused(other, "watched"))));
    }

    private static Map<String, Object> view(Suggestion suggestion, Optional<Evidence> seen) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", suggestion.id());
        view.put("title", suggestion.title());
        view.put("since", suggestion.state().since());
        view.put(
                "message",
                seen.map(TrialRoutes::words).orElse("The history cannot be read yet; nothing was watched so far."));
        seen.ifPresent(evidence -> view.put("evidence", evidence));
        return view;
    }

    private static String words(Evidence evidence) {
        return "It would have fired " + times(evidence.fired()) + ": " + evidence.agreed() + " agreed, "
                + evidence.unwanted() + " unwanted, " + evidence.missed() + " missed.";
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
