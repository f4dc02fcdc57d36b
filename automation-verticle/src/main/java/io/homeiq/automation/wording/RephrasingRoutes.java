package io.homeiq.automation.wording;

import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Routes;
import io.homeiq.store.suggestion.ModelUsage;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the model that rephrases suggestions was used for. */
final class RephrasingRoutes implements Routes {

    private final Rephrasing rephrasing;
    private final SuggestionBook book;

    RephrasingRoutes(Rephrasing rephrasing, SuggestionBook book) {
        this.rephrasing = rephrasing;
        this.book = book;
    }

    @Override
    public void addTo(Api api) {
        api.get("/api/suggestions/rephrasing", request -> usage());
    }

    private Future<Reply> usage() {
        Instant now = book.now();
        return book.read(connection -> rephrasing.ledger().budget().used(connection, now))
                .map(used -> Reply.ok(view(used, now)));
    }

    private Map<String, Object> view(ModelUsage used, Instant now) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("enabled", rephrasing.isEnabled());
        rephrasing.model().ifPresent(name -> view.put("model", name));
        view.put("month", Budget.month(now).toString());
        view.put("tokens_used", used.tokens());
        view.put("tokens_budget", rephrasing.ledger().budget().tokensPerMonth());
        view.put("calls", used.calls());
        view.put("taken", used.taken());
        view.put("discarded", used.discarded());
        rephrasing.problem().ifPresent(problem -> view.put("problem", problem));
        return view;
    }
}
