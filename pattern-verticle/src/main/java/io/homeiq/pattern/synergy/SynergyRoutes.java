package io.homeiq.pattern.synergy;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.contracts.synergy.SynergyId;
import io.homeiq.contracts.synergy.SynergyType;
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
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.store.synergy.StoredSynergy;
import io.homeiq.store.synergy.SynergyFilter;
import io.homeiq.store.synergy.SynergyRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Devices that would go well together, as the older system's clients expect them, and the automation for each. */
public final class SynergyRoutes implements Routes {

    private static final int DEFAULT_LIMIT = 100;

    private final Announcer announcer;
    private final SynergyRepository synergies;
    private final RegistryRepository registry;
    private final FeedbackRepository feedback = new FeedbackRepository();
    private final HomeId home;
    private final InstantSource clock;

    public SynergyRoutes(
            Announcer announcer,
            SynergyRepository synergies,
            RegistryRepository registry,
            HomeId home,
            InstantSource clock) {
        this.announcer = announcer;
        this.synergies = synergies;
        this.registry = registry;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public void addTo(Api api) {
        api.get("/api/v1/synergies/list", announcer.remembering(this::list));
        api.get("/api/v1/synergies/statistics", this::statistics);
        api.get("/api/v1/synergies/{id}", this::one);
        api.post("/api/v1/synergies/{id}/feedback", this::judge);
        api.act("/api/v1/synergies/{id}/generate-automation", this::draft);
    }

    private Future<Reply> list(Request request) {
        Double confidence = request.real("min_confidence", 0, 1);
        SynergyFilter filter = new SynergyFilter(
                request.choice("synergy_type", SynergyType.class),
                confidence == null ? 0 : confidence,
                depth(request),
                request.flag("include_rejected", false),
                request.integer("limit", DEFAULT_LIMIT, 1, SynergyFilter.MAX_LIMIT),
                request.integer("offset", 0, 0, Integer.MAX_VALUE));
        return announcer
                .read(connection -> synergies.list(connection, home, filter))
                .map(found -> {
                    List<Map<String, Object>> page =
                            found.stream().map(SynergyView::of).toList();
                    return Answers.success(Map.of("synergies", page, "count", page.size()));
                });
    }

    private static @Nullable Integer depth(Request request) {
        return request.text("synergy_depth") == null
                ? null
                : request.integer("synergy_depth", Synergy.MIN_DEPTH, Synergy.MIN_DEPTH, Synergy.MAX_DEPTH);
    }

    private Future<Reply> statistics(Request request) {
        return announcer
                .read(connection -> synergies.statistics(connection, home))
                .map(statistics -> Answers.success(SynergyView.of(statistics)));
    }

    private Future<Reply> one(Request request) {
        return announcer
                .read(connection -> known(connection, request))
                .map(found -> Answers.success(SynergyView.of(found)));
    }

    private Future<Reply> judge(Request request) {
        Feedback said = FeedbackForm.read(request, clock.instant());
        return announcer.write(connection -> known(connection, request)
                .map(found -> found.synergy().id())
                .compose(id -> feedback.add(connection, home, id, said)
                        .compose(added -> feedback.counts(connection, home, id))
                        .map(counts -> Answers.success(
                                Map.of("synergy_id", id, "action", said.action(), "feedback", Answers.counts(counts)),
                                "Thank you; it is noted."))));
    }

    private Future<Reply> draft(Request request) {
        return announcer
                .read(connection -> known(connection, request)
                        .compose(found ->
                                registry.load(connection, home).map(parts -> SynergyDrafts.of(found.synergy(), parts))))
                .map(draft -> Answers.success(draft, "A draft; nothing was put in place."));
    }

    private Future<StoredSynergy> known(SqlConnection connection, Request request) {
        String text = request.path("id");
        return synergies.find(connection, home, idOf(text)).map(found -> found.orElseThrow(() -> unknown(text)));
    }

    private static SynergyId idOf(String text) {
        try {
            return new SynergyId(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                Problem.of(Problem.Kind.NOT_FOUND, "there is no synergy " + id + "; see /api/v1/synergies/list"));
    }
}
