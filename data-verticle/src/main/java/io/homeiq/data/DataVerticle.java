package io.homeiq.data;

import io.homeiq.data.health.Dependencies;
import io.homeiq.data.health.HealthRoutes;
import io.homeiq.data.health.Neighbours;
import io.homeiq.data.history.EventRoutes;
import io.homeiq.data.history.History;
import io.homeiq.data.history.SearchRoutes;
import io.homeiq.data.home.HomeRoutes;
import io.homeiq.data.home.KnownHome;
import io.homeiq.data.home.LoadRoutes;
import io.homeiq.data.imports.ImportRoutes;
import io.homeiq.data.imports.Imports;
import io.homeiq.data.imports.UploadFolder;
import io.homeiq.data.intake.Bells;
import io.homeiq.data.intake.EventIntake;
import io.homeiq.data.intake.PowerNotes;
import io.homeiq.service.About;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.event.AnnouncerParts;
import io.homeiq.service.health.Readiness;
import io.homeiq.service.http.Routes;
import io.homeiq.service.http.ServerParts;
import io.homeiq.service.http.ServiceServer;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Data API: takes in history and live changes of a home, keeps them, serves them, and rings the bell for the others. */
public final class DataVerticle extends VerticleBase {

    /** The log of a home, in its folder. */
    public static final String HISTORY_FILE = "history.db";

    private static final Logger LOG = LoggerFactory.getLogger(DataVerticle.class);

    private static final String NAME = "data";
    private static final String UPLOADS = "imports";

    private final DataParts parts;
    private final Metrics metrics = new Metrics(NAME);
    private final KnownHome home;

    /** What was opened, the last first. */
    private final Deque<Supplier<Future<?>>> opened = new ArrayDeque<>();

    private int port = -1;

    public DataVerticle(DataParts parts) {
        this.parts = parts;
        this.home = new KnownHome(parts.database(), new RegistryRepository(parts.json()), parts.home(), parts.clock());
    }

    @Override
    public Future<?> start() {
        Path folder = parts.folder();
        return home.load()
                .compose(loaded -> History.open(vertx, folder.resolve(HISTORY_FILE)))
                .compose(history -> {
                    opened.push(history::close);
                    return vertx.executeBlocking(() -> UploadFolder.open(folder.resolve(UPLOADS)))
                            .compose(uploads -> begin(history, uploads));
                })
                .recover(failure -> stop().transform(closed -> Future.failedFuture(failure)));
    }

    private Future<?> begin(History history, UploadFolder uploads) {
        Announcer announcer = new Announcer(
                vertx,
                new AnnouncerParts(parts.database(), parts.bus(), parts.json(), parts.home(), NAME, parts.clock()));
        announcer.countInto(metrics);
        announcer.start();
        opened.push(announcer::close);
        Bells bells = new Bells(context, parts.bus(), parts.json(), parts.home(), metrics);
        PowerNotes power = new PowerNotes(home);
        power.begin(history).onFailure(failure -> LOG.warn("what devices drew is not known: {}", failure.getMessage()));
        EventIntake intake = new EventIntake(history, bells, power, metrics);
        Imports imports = new Imports(vertx, uploads, intake, announcer);
        opened.push(imports::close);
        Following following = new Following(vertx, parts, intake, home, announcer);
        Neighbours neighbours = new Neighbours(vertx, parts.json(), parts.services(), parts.clock());
        opened.push(neighbours::close);
        Dependencies dependencies =
                new Dependencies(vertx, parts.database(), parts.bus(), history, parts.folder(), following.state());
        List<Routes> routes = List.of(
                new HealthRoutes(neighbours, dependencies),
                new SearchRoutes(history, home::registry),
                new EventRoutes(history, home::registry, metrics),
                new HomeRoutes(home),
                new LoadRoutes(vertx, home, following.isOfHomeAssistant()),
                new ImportRoutes(vertx, imports, parts.clock()));
        return ServiceServer.start(vertx, server(history, following), routes).compose(server -> {
            opened.push(server::close);
            port = server.port();
            opened.push(following::close);
            return following.begin(history, metrics);
        });
    }

    private ServerParts server(History history, Following following) {
        About about = new About(
                NAME,
                parts.version(),
                "Takes in the home's history, live and from files, keeps it, and serves it in pages and streams.");
        Readiness readiness = new Readiness(vertx)
                .add("database", parts.database()::check)
                .add("history", history::check)
                .addFlag("bus", parts.bus()::isConnected);
        following.addTo(readiness);
        return new ServerParts(about, parts.server(), parts.json(), metrics, readiness);
    }

    /** The port that the service listens on; -1 before it started. */
    public int port() {
        return port;
    }

    @Override
    public Future<?> stop() {
        Future<?> closing = Future.succeededFuture();
        while (!opened.isEmpty()) {
            Supplier<Future<?>> next = opened.pop();
            closing = closing.eventually(next::get);
        }
        return closing.onComplete(closed -> metrics.close());
    }
}
