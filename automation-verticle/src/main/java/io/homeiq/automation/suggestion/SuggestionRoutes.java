package io.homeiq.automation.suggestion;

import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.service.ProblemException;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.homeiq.store.suggestion.SuggestionFilter;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Looking at suggestions, and saying yes or no to them. */
public final class SuggestionRoutes implements Routes {

    private static final int DEFAULT_LIMIT = 50;

    /** At once, in one batch. */
    private static final int MAX_BATCH = 100;

    private static final String APPROVED = "Approved; its automation is put in place as soon as that is possible.";
    private static final String REJECTED = "Rejected; it is not proposed again.";

    private final SuggestionBook book;
    private final Decisions decisions;
    private final Bodies bodies;

    public SuggestionRoutes(SuggestionBook book, Decisions decisions, WireJson json) {
        this.book = book;
        this.decisions = decisions;
        this.bodies = new Bodies(json);
    }

    @Override
    public void addTo(Api api) {
        api.get("/api/suggestions/list", this::list);
        api.post("/api/suggestions/batch/approve", request -> batch(request, this::approveOne));
        api.post("/api/suggestions/batch/reject", request -> {
            String reason = bodies.text(request, "reason");
            return batch(request, id -> decisions.reject(id, reason).map(done -> SuggestionView.of(done, REJECTED)));
        });
        api.get(
                "/api/suggestions/{id}",
                request -> book.read(connection -> book.find(connection, request.path("id")))
                        .map(found -> Reply.ok(SuggestionView.of(found))));
        api.post(
                "/api/suggestions/{id}/approve",
                request -> decisions
                        .approve(request.path("id"), bodies.text(request, "feedback"))
                        .map(done -> Reply.ok(SuggestionView.of(done, APPROVED))));
        api.post(
                "/api/suggestions/{id}/reject",
                request -> decisions
                        .reject(request.path("id"), bodies.text(request, "reason"))
                        .map(done -> Reply.ok(SuggestionView.of(done, REJECTED))));
    }

    private Future<Map<String, Object>> approveOne(String id) {
        return decisions.approve(id, null).map(done -> SuggestionView.of(done, APPROVED));
    }

    private Future<Reply> list(Request request) {
        int limit = request.integer("limit", DEFAULT_LIMIT, 1, SuggestionFilter.MAX_LIMIT);
        int offset = request.integer("offset", 0, 0, Integer.MAX_VALUE);
        SuggestionFilter filter = new SuggestionFilter(StatusNames.read(request.texts("status")), limit, offset);
        return book.read(connection -> book.count(connection, filter.statuses())
                .compose(total -> book.list(connection, filter).map(page -> page(page, total))));
    }

    private static Reply page(List<Suggestion> suggestions, long total) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("suggestions", suggestions.stream().map(SuggestionView::of).toList());
        page.put("count", suggestions.size());
        page.put("total", total);
        return Reply.ok(page);
    }

    /** One after the other; one that is refused does not keep the others from being done. */
    private Future<Reply> batch(Request request, Function<String, Future<Map<String, Object>>> decide) {
        List<Map<String, Object>> results = new ArrayList<>();
        Future<?> done = Future.succeededFuture();
        for (String id : bodies.texts(request, "suggestion_ids", MAX_BATCH)) {
            done = done.compose(before -> decide.apply(id)
                    .map(view -> Map.of(
                            "id",
                            id,
                            "status",
                            view.getOrDefault("status", ""),
                            "message",
                            view.getOrDefault("message", "")))
                    .recover(failure -> refused(id, failure))
                    .onSuccess(results::add));
        }
        return done.map(all -> {
            long refused = results.stream()
                    .filter(result -> result.containsKey("problem"))
                    .count();
            return Reply.ok(Map.of("results", results, "count", results.size() - refused, "refused", refused));
        });
    }

    private static Future<Map<String, Object>> refused(String id, Throwable failure) {
        return failure instanceof ProblemException known
                ? Future.succeededFuture(
                        Map.of("id", id, "problem", known.problem().toDocument()))
                : Future.failedFuture(failure);
    }
}
