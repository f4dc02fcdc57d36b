package io.homeiq.query;

import io.homeiq.query.language.HomeNames;
import io.homeiq.query.language.Nickname;
import io.homeiq.query.reply.Answerer;
import io.homeiq.query.reply.KnownHome;
import io.homeiq.service.About;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.event.AnnouncerParts;
import io.homeiq.service.health.Readiness;
import io.homeiq.service.http.ServerParts;
import io.homeiq.service.http.ServiceServer;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.query.AliasRepository;
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.store.suggestion.SuggestionRepository;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The query service: answers questions and drafts automations from plain sentences. */
public final class QueryVerticle extends VerticleBase {

    private static final Logger LOG = LoggerFactory.getLogger(QueryVerticle.class);
    private static final String NAME = "query";
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final QueryParts parts;
    private final Metrics metrics = new Metrics(NAME);
    private final AliasRepository aliases = new AliasRepository();
    private final RegistryRepository registry;
    private @Nullable Announcer announcer;
    private @Nullable ServiceServer server;

    public QueryVerticle(QueryParts parts) {
        this.parts = parts;
        this.registry = new RegistryRepository(parts.json());
    }

    @Override
    public Future<?> start() {
        Announcer announcing = new Announcer(
                vertx,
                new AnnouncerParts(parts.database(), parts.bus(), parts.json(), parts.home(), NAME, parts.clock()));
        announcer = announcing;
        QueryBook book = new QueryBook(announcing, parts.home(), parts.json());
        Answerer answerer = new Answerer(
                parts.database(),
                new PatternRepository(parts.json(), parts.clock()),
                new SuggestionRepository(parts.json()),
                parts.dataApi(),
                parts.home());
        Conversation conversation =
                new Conversation(book, this::home, answerer, new QueryNumbers(metrics), parts.json(), parts.clock());
        announcing.countInto(metrics);
        parts.dataApi().countInto(metrics);
        announcing.start();
        forget(book);
        vertx.setPeriodic(FORGET_EVERY.toMillis(), timer -> forget(book));
        Readiness readiness =
                new Readiness(vertx).add("database", parts.database()::check).addFlag("bus", parts.bus()::isConnected);
        About about = new About(
                NAME,
                parts.version(),
                "Answers questions about the home and drafts automations from plain sentences; it switches nothing yet.");
        return ServiceServer.start(
                        vertx,
                        new ServerParts(about, parts.server(), parts.json(), metrics, readiness),
                        List.of(
                                new QueryRoutes(conversation, book),
                                new AliasRoutes(announcing, aliases, registry, parts.home(), parts.clock())))
                .onSuccess(listening -> server = listening);
    }

    private Future<KnownHome> home() {
        return parts.database()
                .read(connection -> registry.load(connection, parts.home())
                        .compose(known -> aliases.list(connection, parts.home()).map(own -> {
                            List<Nickname> nicknames = own.stream()
                                    .map(alias -> new Nickname(alias.alias(), alias.entityId()))
                                    .toList();
                            return new KnownHome(known, new HomeNames(known, nicknames));
                        })));
    }

    private static void forget(QueryBook book) {
        book.trim().onFailure(failure -> LOG.info("old queries cannot be forgotten now: {}", failure.getMessage()));
    }

    /** The port that the service listens on; -1 before it started. */
    public int port() {
        return server == null ? -1 : server.port();
    }

    @Override
    public Future<?> stop() {
        Future<Void> closed = server == null ? Future.succeededFuture() : server.close();
        return closed.transform(done -> announcer == null ? Future.succeededFuture() : announcer.close())
                .onComplete(done -> metrics.close());
    }
}
