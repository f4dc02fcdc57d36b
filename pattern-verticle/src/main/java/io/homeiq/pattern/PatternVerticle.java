package io.homeiq.pattern;

import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.contracts.event.StateChanged;
import io.homeiq.pattern.synergy.KnownCorrelations;
import io.homeiq.pattern.synergy.SynergyRoutes;
import io.homeiq.service.About;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.event.AnnouncerParts;
import io.homeiq.service.event.CommandConsumer;
import io.homeiq.service.event.ConsumerParts;
import io.homeiq.service.event.EventConsumer;
import io.homeiq.service.health.Readiness;
import io.homeiq.service.http.ServerParts;
import io.homeiq.service.http.ServiceServer;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.analysis.AnalysisRunRepository;
import io.homeiq.store.cache.CacheSettings;
import io.homeiq.store.cache.CorrelationCache;
import io.homeiq.store.inbox.Inbox;
import io.homeiq.store.outbox.OutboxSettings;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.store.synergy.SynergyRepository;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pattern service: follows the history, runs analyses, keeps and announces what they find. */
public final class PatternVerticle extends VerticleBase {

    private static final Logger LOG = LoggerFactory.getLogger(PatternVerticle.class);
    private static final String NAME = "pattern";

    /** A lost bell is made up for after this. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** Longer than the longest analysis of a home: beyond it Vert.x begins to warn. */
    private static final Duration MAX_MINING = Duration.ofMinutes(10);

    /** Sources are often imported one after the other; the analysis waits until they are through. */
    private static final Duration AFTER_IMPORT = Duration.ofSeconds(3);

    /** How late the analysis of the night may begin. */
    private static final Duration NIGHT_LOOK = Duration.ofSeconds(1);

    private final PatternParts parts;
    private final Metrics metrics = new Metrics(NAME);
    private @Nullable WorkerExecutor worker;
    private @Nullable Announcer announcer;
    private @Nullable CorrelationCache cache;
    private @Nullable ServiceServer server;
    private @Nullable AnalysisRunner analyses;
    private volatile boolean stopping;
    private long pendingAnalysis = -1;

    public PatternVerticle(PatternParts parts) {
        this.parts = parts;
    }

    @Override
    public Future<?> start() {
        WorkerExecutor mining =
                vertx.createSharedWorkerExecutor("homeiq-mining", 1, MAX_MINING.toSeconds(), TimeUnit.SECONDS);
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
        SynergyRepository synergies = new SynergyRepository(parts.json());
        PatternStore store = new PatternStore(announcing, patterns, registry, parts.home(), numbers, parts.clock());
        HistoryFollower follower = new HistoryFollower(parts.dataApi(), store, mining, parts.clock(), parts.home());
        SynergyFinder finder = new SynergyFinder(
                follower, new KnownCorrelations(correlations, parts.home()), synergies, parts.home(), parts.clock());
        AnalysisBook book = new AnalysisBook(announcing, new AnalysisRunRepository(), parts.home());
        AnalysisRunner runner = new AnalysisRunner(follower, store, finder, book, numbers, parts.clock());
        analyses = runner;
        NightlyAnalysis nightly = new NightlyAnalysis(runner, book, store::timeZone, parts.clock());
        numbers.watch(follower);
        numbers.watch(correlations);
        Readiness readiness =
                new Readiness(vertx).add("database", parts.database()::check).addFlag("bus", parts.bus()::isConnected);
        announcing.countInto(metrics);
        announcing.start();
        return book.clearAbandoned(parts.clock().instant())
                .compose(cleared -> ServiceServer.start(
                        vertx,
                        new ServerParts(about(), parts.server(), parts.json(), metrics, readiness),
                        List.of(
                                new PatternRoutes(announcing, patterns, parts.home(), parts.clock()),
                                new SynergyRoutes(announcing, synergies, registry, parts.home(), parts.clock()),
                                new AnalysisRoutes(runner, book, nightly))))
                .compose(listening -> {
                    server = listening;
                    vertx.setPeriodic(NIGHT_LOOK.toMillis(), timer -> nightly.look());
                    return follow(follower, runner, announcing);
                });
    }

    private About about() {
        return new About(
                NAME, parts.version(), "Finds and proves habits in the home's history, live and in whole analyses.");
    }

    private Future<?> follow(HistoryFollower follower, AnalysisRunner runner, Announcer announcing) {
        ConsumerParts consuming =
                new ConsumerParts(parts.bus(), parts.json(), parts.home(), NAME, metrics, parts.clock());
        EventConsumer events = new EventConsumer(consuming, announcing, new Inbox(parts.clock()));
        CommandConsumer commands = new CommandConsumer(consuming);
        // The Data API may come up later than this service; until then the bell and the clock try again.
        tell(follower.begin(), "yet");
        vertx.setPeriodic(LOOK_AGAIN.toMillis(), timer -> tell(follower.catchUp(), "now"));
        return Future.all(
                events.onBell(StateChanged.class, event -> {
                    tell(follower.heard(event.data()), "now");
                    return Future.succeededFuture();
                }),
                events.onBell(HistoryImported.class, event -> {
                    analyseSoon(runner, event.time());
                    return Future.succeededFuture();
                }),
                commands.on(
                        Command.RunAnalysis.class,
                        command -> runner.trigger("bus").mapEmpty()));
    }

    /** What is cut short because the service ends is no news. */
    private void tell(Future<Void> caughtUp, String when) {
        caughtUp.onFailure(failure -> {
            if (!stopping) {
                LOG.info("the history cannot be read {}: {}", when, failure.getMessage());
            }
        });
    }

    /** An analysis that somebody starts meanwhile covers the import as well. */
    private void analyseSoon(AnalysisRunner runner, Instant imported) {
        vertx.cancelTimer(pendingAnalysis);
        pendingAnalysis = vertx.setTimer(AFTER_IMPORT.toMillis(), timer -> {
            if (!stopping && runner.lastStart().isBefore(imported)) {
                runner.trigger("import").onFailure(failure -> analyseSoon(runner, imported));
            }
        });
    }

    /** The port that the service listens on; only after it started. */
    public int port() {
        return server == null ? -1 : server.port();
    }

    @Override
    public Future<?> stop() {
        stopping = true;
        if (analyses != null) {
            analyses.stop();
        }
        Future<Void> closed = server == null ? Future.succeededFuture() : server.close();
        return closed.compose(done -> announcer == null ? Future.succeededFuture() : announcer.close())
                .compose(done -> worker == null ? Future.succeededFuture() : worker.close())
                .compose(done -> cache == null ? Future.succeededFuture() : cache.close())
                .onComplete(done -> metrics.close());
    }
}
