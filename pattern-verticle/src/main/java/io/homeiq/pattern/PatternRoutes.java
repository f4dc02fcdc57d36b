package io.homeiq.pattern;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.pattern.answer.Answers;
import io.homeiq.pattern.answer.FeedbackForm;
import io.homeiq.service.Problem;
import io.homeiq.service.ProblemException;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.homeiq.store.pattern.Feedback;
import io.homeiq.store.pattern.FeedbackRepository;
import io.homeiq.store.pattern.PatternFilter;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.pattern.StoredPattern;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found, as the older system's clients expect it. */
final class PatternRoutes implements Routes {

    private static final int DEFAULT_LIMIT = 100;

    private final Announcer announcer;
    private final PatternRepository patterns;
    private final FeedbackRepository feedback = new FeedbackRepository();
    private final HomeId home;
    private final InstantSource clock;

    PatternRoutes(Announcer announcer, PatternRepository patterns, HomeId home, InstantSource clock) {
        this.announcer = announcer;
        this.patterns = patterns;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public void addTo(Api api) {
        api.get("/api/v1/patterns/list", announcer.remembering(this::list));
        api.get("/api/v1/patterns/stats", this::statistics);
        api.get("/api/v1/patterns/{id}/history", this::history);
        api.get("/api/v1/patterns/{id}", this::one);
        api.post("/api/v1/patterns/feedback/{id}", this::judge);
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
                            found.stream().map(PatternView::of).toList();
                    return Answers.success(Map.of("patterns", page, "count", page.size()));
                });
    }

    private static @Nullable EntityId entity(Request request) {
        String text = request.text("device_id");
        if (text != null && !EntityId.isValid(text)) {
            throw Request.invalid("device_id", text, "an entity id such as light.hall");
        }
        return text == null ? null : new EntityId(text);
    }

    private Future<Reply> statistics(Request request) {
        return announcer
                .read(connection -> patterns.statistics(connection, home))
                .map(statistics -> Answers.success(PatternView.of(statistics)));
    }

    private Future<Reply> one(Request request) {
        return announcer
                .read(connection -> known(connection, request))
                .map(found -> Answers.success(PatternView.of(found)));
    }

    private Future<Reply> history(Request request) {
        int limit = request.integer("limit", DEFAULT_LIMIT, 1, PatternFilter.MAX_LIMIT);
        return announcer.read(connection -> known(connection, request)
                .compose(found -> patterns.history(
                                connection, home, found.pattern().id(), limit)
                        .map(points -> Answers.success(PatternView.history(found, points)))));
    }

    private Future<Reply> judge(Request request) {
        Feedback said = FeedbackForm.read(request, clock.instant());
        return announcer.write(connection -> known(connection, request)
                .map(found -> found.pattern().id())
                .compose(id -> feedback.add(connection, home, id, said)
                        .compose(added -> feedback.counts(connection, home, id))
                        .map(counts -> Answers.success(
                                Map.of("pattern_id", id, "action", said.action(), "feedback", Answers.counts(counts)),
                                "Thank you; it is noted."))));
    }

    private Future<StoredPattern> known(SqlConnection connection, Request request) {
        String text = request.path("id");
        return patterns.find(connection, home, idOf(text)).map(found -> found.orElseThrow(() -> unknown(text)));
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
}
