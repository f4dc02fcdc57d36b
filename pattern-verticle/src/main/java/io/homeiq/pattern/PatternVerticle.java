package io.homeiq.pattern;

import io.homeiq.pattern.synergy.SynergyRoutes;
import io.homeiq.service.About;
import io.homeiq.service.Worker;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.event.AnnouncerParts;
import io.homeiq.service.event.CommandConsumer;
import io.homeiq.service.event.ConsumerParts;
import io.homeiq.service.event.EventConsumer;
import io.homeiq.service.health.Readiness;
import io.homeiq.service.http.ServerParts;
import io.homeiq.service.http.ServiceServer;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.cache.CacheSettings;
import io.homeiq.store.cache.CorrelationCache;
import io.homeiq.store.inbox.Inbox;
import io.homeiq.store.outbox.OutboxSettings;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.store.synergy.SynergyRepository;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pattern service: follows the history, runs analyses, keeps and announces what they find. */
public final class PatternVerticle extends VerticleBase {

    private static final String NAME = "pattern";

    /** Longer than the longest analysis of a home: beyond it Vert.x begins to warn. */
    private static final Duration MAX_MINING = Duration.ofMinutes(10);

    /** How late the analysis of the night may begin. */
    private static final Duration NIGHT_LOOK = Duration.ofSeconds(1);

    private final PatternParts parts;
    private final Metrics metrics = new Metrics(NAME);
    private @Nullable Worker worker;
    private @Nullable Announcer announcer;
    private @Nullable CorrelationCache cache;
    private @Nullable ServiceServer server;
    private @Nullable HistoryWatch watch;
    private @Nullable HistoryFollower follower;

    public PatternVerticle(PatternParts parts) {
        this.parts = parts;
    }

    @Override
    public Future<?> start() {
        Worker mining = Worker.of(vertx, "homeiq-mining", 1, MAX_MINING);
        Announcer announcing = new Announcer(
                vertx,
                new AnnouncerParts(parts.database(), parts.bus(), parts.json(), parts.home(), NAME, parts.clock()),
                OutboxSettings.defaults(parts.clock()));
        CorrelationCache correlations = new CorrelationCache(
                vertx, parts.correlationCache(), CacheSettings.DEFAULT, parts.json(), parts.clock());
        worker = mining;
        announcer = announcing;
        cache = correlations;
        PatternNumbers numbers = new PatternNumbers(metrics);
        PatternRepository patterns = new PatternRepository(parts.json(), parts.clock());
        RegistryRepository registry = new RegistryRepository(parts.json());
        PatternStore store = new PatternStore(announcing, patterns, registry, parts.home(), numbers, parts.clock());
        Analyses analyses = Analyses.of(parts, new Analyses.Ground(announcing, store, numbers, mining), correlations);
        Readiness readiness =
                new Readiness(vertx).add("database", parts.database()::check).addFlag("bus", parts.bus()::isConnected);
        announcing.countInto(metrics);
        parts.dataApi().countInto(metrics);
        announcing.start();
        return analyses.book()
                .clearAbandoned(parts.clock().instant())
                .compose(cleared -> ServiceServer.start(
                        vertx,
                        new ServerParts(about(), parts.server(), parts.json(), metrics, readiness),
                        List.of(
                                new PatternRoutes(announcing, patterns, parts.home(), parts.clock()),
                                new SynergyRoutes(
                                        announcing,
                                        new SynergyRepository(parts.json()),
                                        registry,
                                        parts.home(),
                                        parts.clock()),
                                new AnalysisRoutes(
                                        analyses.runner(),
                                        analyses.book(),
                                        analyses.nightly(),
                                        analyses.follower().access()))))
                .compose(listening -> {
                    server = listening;
                    vertx.setPeriodic(
                            NIGHT_LOOK.toMillis(), timer -> analyses.nightly().look());
                    return follow(analyses, announcing);
                });
    }

    private About about() {
        return new About(
                NAME, parts.version(), "Finds and proves habits in the home's history, live and in whole analyses.");
    }

    private Future<?> follow(Analyses analyses, Announcer announcing) {
        ConsumerParts consuming =
                new ConsumerParts(parts.bus(), parts.json(), parts.home(), NAME, metrics, parts.clock());
        HistoryWatch watching = new HistoryWatch(vertx, analyses.follower(), analyses.runner());
        watch = watching;
        follower = analyses.follower();
        return watching.begin(
                new EventConsumer(consuming, announcing, new Inbox(parts.clock())), new CommandConsumer(consuming));
    }

    /** The port that the service listens on; only after it started. */
    public int port() {
        return server == null ? -1 : server.port();
    }

    @Override
    public Future<?> stop() {
        if (watch != null) {
            watch.stop();
        }
        Future<Void> closed = server == null ? Future.succeededFuture() : server.close();
        return closed.compose(done -> announcer == null ? Future.succeededFuture() : announcer.close())
                .compose(done -> follower == null ? Future.succeededFuture() : follower.keep())
                .eventually(() -> worker == null ? Future.succeededFuture() : worker.close())
                .compose(done -> cache == null ? Future.succeededFuture() : cache.close())
                .onComplete(done -> metrics.close());
    }
}
