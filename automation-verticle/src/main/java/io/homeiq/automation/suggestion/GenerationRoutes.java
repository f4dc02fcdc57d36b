package io.homeiq.automation.suggestion;

import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.homeiq.store.pattern.PatternRepository;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asking for suggestions instead of waiting for them. */
public final class GenerationRoutes implements Routes {

    private static final int DEFAULT_DAYS = 30;
    private static final int MAX_DAYS = 3_650;
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_PATTERNS = 100;

    private final Generation generation;

    public GenerationRoutes(PatternRepository patterns, SuggestionBook book, SafetyGate gate, Proposals proposals) {
        this.generation = new Generation(patterns, book, gate, proposals);
    }

    /**
     * What is sent; everything may be left out.
     *
     * @param patternIds of these patterns only; null: of all that were seen within the days
     */
    record Asked(
            @Nullable List<String> patternIds,
            @Nullable Integer days,
            @Nullable Integer limit) {}

    @Override
    public void addTo(Api api) {
        api.post("/api/suggestions/generate", this::generate);
    }

    private Future<Reply> generate(Request request) {
        Asked asked = request.body().length() == 0 ? new Asked(null, null, null) : request.body(Asked.class);
        int limit = within("limit", asked.limit(), DEFAULT_LIMIT, MAX_LIMIT);
        int days = within("days", asked.days(), DEFAULT_DAYS, MAX_DAYS);
        List<String> ids = asked.patternIds();
        if (ids != null && (ids.isEmpty() || ids.size() > MAX_PATTERNS)) {
            throw Request.invalid(
                    "pattern_ids", ids.size() + " of them", "left out, or a list of 1 to " + MAX_PATTERNS + " ids");
        }
        return (ids == null
                        ? generation.ofRecent(Duration.ofDays(days), limit)
                        : generation.of(ids.stream().distinct().toList(), limit))
                .map(GenerationRoutes::reply);
    }

    private static int within(String name, @Nullable Integer given, int otherwise, int most) {
        int number = given == null ? otherwise : given;
        if (number < 1 || number > most) {
            throw Request.invalid(name, Integer.toString(number), "a whole number from 1 to " + most);
        }
        return number;
    }

    private static Reply reply(Generation.Outcome outcome) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "suggestions", outcome.made().stream().map(SuggestionView::of).toList());
        answer.put("count", outcome.made().size());
        answer.put(
                "skipped",
                outcome.skipped().stream()
                        .map(skipped -> Map.of("pattern_id", skipped.patternId(), "reason", skipped.reason()))
                        .toList());
        return Reply.ok(answer);
    }
}
