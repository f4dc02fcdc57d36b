package io.homeiq.pattern;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.service.Problem;
import io.homeiq.service.ProblemException;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.homeiq.store.pattern.PatternFilter;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.pattern.StoredPattern;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found, as the older system's clients expect it. */
final class PatternRoutes implements Routes {

    private static final int DEFAULT_LIMIT = 100;

    private final Announcer announcer;
    private final PatternRepository patterns;
    private final HomeId home;

    PatternRoutes(Announcer announcer, PatternRepository patterns, HomeId home) {
        this.announcer = announcer;
        this.patterns = patterns;
        this.home = home;
    }

    @Override
    public void addTo(Api api) {
        api.get("/api/v1/patterns/list", this::list);
        api.get("/api/v1/patterns/{id}", this::one);
    }

    private Future<Reply> list(Request request) {
        Double confidence = request.real("min_confidence", 0, 1);
        PatternFilter filter = new PatternFilter(
                request.choice("pattern_type", PatternKind.class),
                entity(request),
                confidence == null ? 0 : confidence,
                request.flag("proven_only", false),
                request.flag("include_inactive", false),
                request.integer("limit", DEFAULT_LIMIT, 1, PatternFilter.MAX_LIMIT),
                request.integer("offset", 0, 0, Integer.MAX_VALUE));
        return announcer
                .read(connection -> patterns.list(connection, home, filter))
                .map(found -> {
                    List<Map<String, Object>> page =
                            found.stream().map(PatternRoutes::item).toList();
                    return success(Map.of("patterns", page, "count", page.size()));
                });
    }

    private static @Nullable EntityId entity(Request request) {
        String text = request.text("device_id");
        if (text != null && !EntityId.isValid(text)) {
            throw Request.invalid("device_id", text, "an entity id such as light.hall");
        }
        return text == null ? null : new EntityId(text);
    }

    private Future<Reply> one(Request request) {
        String text = request.path("id");
        return announcer
                .read(connection -> patterns.find(connection, home, idOf(text)))
                .map(found -> found.map(pattern -> success(item(pattern))).orElseThrow(() -> unknown(text)));
    }

    private static PatternId idOf(String text) {
        try {
            return new PatternId(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                Problem.of(Problem.Kind.NOT_FOUND, "there is no pattern " + id + "; see /api/v1/patterns/list"));
    }

    private static Reply success(Map<String, Object> data) {
        return Reply.ok(Map.of("success", true, "data", data, "message", "ok"));
    }

    private static Map<String, Object> item(StoredPattern stored) {
        Pattern pattern = stored.pattern();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", pattern.id());
        item.put("pattern_type", pattern.kind().name().toLowerCase(Locale.ROOT));
        item.put("device_id", pattern.entity());
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("rule", pattern.rule());
        metadata.put("q_value", pattern.qValue());
        metadata.put("proven", pattern.isProven());
        if (pattern.finding() instanceof Finding.NotProposed not) {
            metadata.put("reason", not.reason());
        }
        if (pattern.evidence() != null) {
            metadata.put("evidence", pattern.evidence());
        }
        item.put("metadata", metadata);
        item.put("confidence", pattern.confidence());
        item.put("occurrences", pattern.occurrences());
        item.put("first_seen", pattern.firstSeen());
        item.put("last_seen", pattern.lastSeen());
        item.put("created_at", stored.createdAt());
        item.put("trend_direction", stored.trend().direction());
        item.put("trend_strength", stored.trend().strength());
        return item;
    }
}
