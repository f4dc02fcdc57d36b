package io.homeiq.training;

import io.homeiq.service.About;
import io.homeiq.service.Worker;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.event.AnnouncerParts;
import io.homeiq.service.health.Readiness;
import io.homeiq.service.http.ServerParts;
import io.homeiq.service.http.ServiceServer;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.training.TrainingRunRepository;
import io.homeiq.training.ranking.RankerTraining;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The training service: trains models on synthetic homes, and promotes those that serve no worse than what is in use. */
public final class TrainingVerticle extends VerticleBase {

    private static final String NAME = "training";

    /** Longer than a training on the smallest machine: beyond it Vert.x begins to warn. */
    private static final Duration MAX_TRAINING = Duration.ofMinutes(15);

    private final TrainingParts parts;
    private final Metrics metrics = new Metrics(NAME);
    private @Nullable Worker worker;
    private @Nullable TrainingRunner runner;
    private @Nullable Announcer announcer;
    private @Nullable ServiceServer server;

    public TrainingVerticle(TrainingParts parts) {
        this.parts = parts;
    }

    @Override
    public Future<?> start() {
        Worker training = Worker.of(vertx, "homeiq-training", 1, MAX_TRAINING);
        Announcer announcing = new Announcer(
                vertx,
                new AnnouncerParts(parts.database(), parts.bus(), parts.json(), parts.home(), NAME, parts.clock()));
        TrainingRunRepository runs = new TrainingRunRepository(parts.json());
        TrainingBook book = new TrainingBook(announcing, runs, parts.json(), parts.home(), parts.clock());
        TrainingRunner trainer = new TrainingRunner(
                book, new RankerTraining(parts.homes()), training, parts.json(), new TrainingCount(metrics));
        worker = training;
        announcer = announcing;
        runner = trainer;
        announcing.countInto(metrics);
        announcing.start();
        return book.failAbandoned()
                .compose(cleared -> ServiceServer.start(
                        vertx,
                        new ServerParts(about(), parts.server(), parts.json(), metrics, readiness()),
                        List.of(new TrainingRoutes(trainer, announcing, runs, parts.home(), parts.clock()))))
                .onSuccess(listening -> server = listening);
    }

    private About about() {
        return new About(
                NAME,
                parts.version(),
                "Trains models on synthetic homes; so far the one that orders suggestions, suggestion_ranker.");
    }

    private Readiness readiness() {
        return new Readiness(vertx).add("database", parts.database()::check).addFlag("bus", parts.bus()::isConnected);
    }

    /** The port that the service listens on; -1 before it started. */
    public int port() {
        return server == null ? -1 : server.port();
    }

    @Override
    public Future<?> stop() {
        Future<?> closed = server == null ? Future.succeededFuture() : server.close();
        return closed.transform(unreachable -> runner == null ? Future.succeededFuture() : runner.stop())
                .transform(given -> worker == null ? Future.succeededFuture() : worker.close())
                .transform(idle -> announcer == null ? Future.succeededFuture() : announcer.close())
                .onComplete(done -> metrics.close());
    }
}
