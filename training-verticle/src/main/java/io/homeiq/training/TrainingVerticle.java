package io.homeiq.training;

import io.homeiq.service.About;
import io.homeiq.service.health.Readiness;
import io.homeiq.service.http.ServerParts;
import io.homeiq.service.http.ServiceServer;
import io.homeiq.service.metrics.Metrics;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The training service: so far its health and metrics, until there is a model to train. */
public final class TrainingVerticle extends VerticleBase {

    private static final String NAME = "training";

    private final TrainingParts parts;
    private final Metrics metrics = new Metrics(NAME);
    private @Nullable ServiceServer server;

    public TrainingVerticle(TrainingParts parts) {
        this.parts = parts;
    }

    @Override
    public Future<?> start() {
        About about = new About(
                NAME,
                parts.version(),
                "So far it tells only whether it is well; training runs come with a later release.");
        Readiness readiness =
                new Readiness(vertx).add("database", parts.database()::check).addFlag("bus", parts.bus()::isConnected);
        ServerParts serving = new ServerParts(about, parts.server(), parts.json(), metrics, readiness);
        return ServiceServer.start(vertx, serving, List.of()).onSuccess(listening -> server = listening);
    }

    /** The port that the service listens on; -1 before it started. */
    public int port() {
        return server == null ? -1 : server.port();
    }

    @Override
    public Future<?> stop() {
        Future<Void> closed = server == null ? Future.succeededFuture() : server.close();
        return closed.onComplete(done -> metrics.close());
    }
}
