package io.homeiq.automation.suggestion;

import io.homeiq.automation.wording.Wordings;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.service.ProblemException;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.homeiq.store.suggestion.SuggestionFilter;
import io.homeiq.store.suggestion.SuggestionStatus;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Looking at suggestions, and saying yes or no to them. */
public final class SuggestionRoutes implements Routes {

    private static final int DEFAULT_LIMIT = 50;

    /** At once, in one batch. */
    private static final int MAX_BATCH = 100;

    /** The owner said yes, whatever came of it. */
    private static final Set<SuggestionStatus> ACCEPTED = EnumSet.of(
            SuggestionStatus.APPROVED,
            SuggestionStatus.DEPLOYED,
            SuggestionStatus.FAILED,
            SuggestionStatus.ROLLED_BACK);

    private static final String APPROVED = "Approved; its automation is put in place as soon as that is possible.";
    private static final String REJECTED = "Rejected; it is not proposed again.";

    private final SuggestionBook book;
    private final Decisions decisions;
    private final Wordings wordings;
    private final Bodies bodies;

    /** @param wordings in which suggestions are shown where there are any */
    public SuggestionRoutes(SuggestionBook book, Decisions decisions, Wordings wordings, WireJson json) {
        this.book = book;
        this.decisions = decisions;
        this.wordings = wordings;
        this.bodies = new Bodies(json);
    }

    @Override
    public void addTo(Api api) {
        api.get("/api/suggestions/list", book.remembering(this::list));
        api.get("/api/suggestions/usage/stats", request -> usage());
        api.post("/api/suggestions/batch/approve", request -> {
            Consent consent = bodies.consent(request, "suggestion_ids");
            return batch(request, id -> approveOne(id, consent), "consent");
        });
        api.post("/api/suggestions/batch/reject", request -> {
            String reason = bodies.text(request, "reason", "suggestion_ids");
            return batch(
                    request,
                    id -> decisions.reject(id, reason).map(done -> SuggestionView.of(done, REJECTED)),
                    "reason");
        });
        api.get(
                "/api/suggestions/{id}",
                request -> book.read(connection -> book.find(connection, request.path("id")))
                        .map(found -> Reply.ok(shown(found))));
        api.post(
                "/api/suggestions/{id}/approve",
                request -> decisions
                        .approve(
                                request.path("id"),
                                bodies.text(request, "feedback", "consent"),
                                bodies.consent(request, "feedback"))
                        .map(done -> Reply.ok(SuggestionView.of(done, APPROVED))));
        api.post(
                "/api/suggestions/{id}/reject",
                request -> decisions
                        .reject(request.path("id"), bodies.text(request, "reason"))
                        .map(done -> Reply.ok(SuggestionView.of(done, REJECTED))));
    }

    private Map<String, Object> shown(Suggestion suggestion) {
        Map<String, Object> view = SuggestionView.of(suggestion, book.reasons(suggestion));
        wordings.retell(suggestion, view);
        return view;
    }

    private Future<Map<String, Object>> approveOne(String id, Consent consent) {
        return decisions.approve(id, null, consent).map(done -> SuggestionView.of(done, APPROVED));
    }

    private Future<Reply> list(Request request) {
        int limit = request.integer("limit", DEFAULT_LIMIT, 1, SuggestionFilter.MAX_LIMIT);
        int offset = request.integer("offset", 0, 0, Integer.MAX_VALUE);
        SuggestionFilter filter = new SuggestionFilter(StatusNames.read(request.texts("status")), limit, offset);
        return book.read(connection -> book.count(connection, filter.statuses())
                .compose(total -> book.list(connection, filter).map(page -> page(page, total))));
    }

    /** How many there are in each state, and which share of the answers was a yes. */
    private Future<Reply> usage() {
        Map<String, Object> byStatus = new LinkedHashMap<>();
        Map<SuggestionStatus, Long> counts = new EnumMap<>(SuggestionStatus.class);
        return book.read(connection -> {
                    Future<?> counted = Future.succeededFuture();
                    for (SuggestionStatus status : SuggestionStatus.values()) {
                        counted = counted.compose(before -> book.count(connection, Set.of(status)))
                                .onSuccess(count -> {
                                    counts.put(status, count);
                                    byStatus.put(status.name().toLowerCase(Locale.ROOT), count);
                                });
                    }
                    return counted;
                })
                .map(done -> {
                    long rejected = counts.getOrDefault(SuggestionStatus.REJECTED, 0L);
                    long accepted = ACCEPTED.stream()
                            .mapToLong(status -> counts.getOrDefault(status, 0L))
                            .sum();
                    Map<String, Object> usage = new LinkedHashMap<>();
                    usage.put(
                            "total",
                            counts.values().stream().mapToLong(Long::longValue).sum());
                    usage.put("by_status", byStatus);
                    if (accepted + rejected > 0) {
                        usage.put("approval_rate", (double) accepted / (accepted + rejected));
                    }
                    return Reply.ok(usage);
                });
    }

    private Reply page(List<Suggestion> suggestions, long total) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("suggestions", suggestions.stream().map(this::shown).toList());
        page.put("count", suggestions.size());
        page.put("total", total);
        return Reply.ok(page);
    }

    /** One after the other; one that is refused does not keep the others from being done. */
    private Future<Reply> batch(
            Request request, Function<String, Future<Map<String, Object>>> decide, String... beside) {
        List<Map<String, Object>> results = new ArrayList<>();
        Future<?> done = Future.succeededFuture();
        for (String id : bodies.texts(request, "suggestion_ids", MAX_BATCH, beside)) {
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
