package io.homeiq.automation;

import io.homeiq.automation.deployment.DeployRoutes;
import io.homeiq.automation.deployment.DeploymentParts;
import io.homeiq.automation.deployment.Deployments;
import io.homeiq.automation.deployment.OperationRoutes;
import io.homeiq.automation.device.HomeIqDevice;
import io.homeiq.automation.mode.ModeRoutes;
import io.homeiq.automation.mode.ModeSwitch;
import io.homeiq.automation.replay.ReplayRoutes;
import io.homeiq.automation.suggestion.Decisions;
import io.homeiq.automation.suggestion.GenerationRoutes;
import io.homeiq.automation.suggestion.SuggestionRoutes;
import io.homeiq.automation.trial.TrialRoutes;
import io.homeiq.automation.trial.Trials;
import io.homeiq.automation.validation.Validation;
import io.homeiq.automation.validation.ValidationRoutes;
import io.homeiq.automation.wording.Rephrasing;
import io.homeiq.bus.Subscription;
import io.homeiq.service.About;
import io.homeiq.service.OneAtATime;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.event.AnnouncerParts;
import io.homeiq.service.event.CommandConsumer;
import io.homeiq.service.event.ConsumerParts;
import io.homeiq.service.event.EventConsumer;
import io.homeiq.service.health.Readiness;
import io.homeiq.service.http.Routes;
import io.homeiq.service.http.ServerParts;
import io.homeiq.service.http.ServiceServer;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.inbox.Inbox;
import io.homeiq.store.pattern.FeedbackRepository;
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.store.suggestion.DeploymentRepository;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The automation service: proposes automations, takes the owner's answers, puts automations in place and takes them back. */
public final class AutomationVerticle extends VerticleBase {

    /** Lost events are made up for after this. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final String NAME = "automation";
    private static final Logger LOG = LoggerFactory.getLogger(AutomationVerticle.class);

    private final AutomationParts parts;
    private final Metrics metrics = new Metrics(NAME);
    private final List<Subscription> subscriptions = new ArrayList<>();
    private @Nullable Announcer announcer;
    private @Nullable Deployments deployments;
    private @Nullable Lookout lookout;
    private @Nullable ServiceServer server;
    private @Nullable Rephrasing rephrasing;
    private @Nullable HomeIqDevice device;

    public AutomationVerticle(AutomationParts parts) {
        this.parts = parts;
    }

    @Override
    public Future<?> start() {
        Announcer announcing = new Announcer(
                vertx,
                new AnnouncerParts(parts.database(), parts.bus(), parts.json(), parts.home(), NAME, parts.clock()));
        announcer = announcing;
        ConsumerParts consuming =
                new ConsumerParts(parts.bus(), parts.json(), parts.home(), NAME, metrics, parts.clock());
        SuggestionLife life = SuggestionLife.of(parts, announcing, consuming);
        OneAtATime turns = new OneAtATime();
        DeploymentParts deploying = new DeploymentParts(
                life.book(), life.gate(), new DeploymentRepository(parts.json()), parts.target(), turns, parts.json());
        Deployments deployer = new Deployments(vertx, deploying, parts.retries());
        deployments = deployer;
        Decisions decisions =
                new Decisions(life.book(), life.gate(), new FeedbackRepository(), turns, deployer.worker()::wake);
        Lookout looking = new Lookout(vertx, parts, life, deploying);
        lookout = looking;
        Trials trials = new Trials(life.book(), decisions, looking.watch()::refresh);
        Rephrasing wording = Rephrasing.of(
                vertx, life.book(), parts.rephrasing(), new RegistryRepository(parts.json()), parts.json());
        rephrasing = wording;
        HomeIqDevice showing = new HomeIqDevice(
                life.book(), life.modes(), wording.wordings(), consuming, parts.version(), parts.discovery());
        device = showing;
        life.board().beside(showing::touch);
        ModeSwitch choice = new ModeSwitch(announcing, life.modes(), () -> {
            showing.touch();
            life.lookAgain();
        });
        wording.countInto(metrics);
        announcing.countInto(metrics);
        announcing.start();
        EventConsumer events = new EventConsumer(consuming, announcing, new Inbox(parts.clock()));
        CommandConsumer commands = new CommandConsumer(consuming);
        return listen(
                        routes(life, deploying, deployer, decisions, wording),
                        new TrialRoutes(trials, looking.watch()),
                        new ModeRoutes(choice))
                .compose(listening -> keep(follow(events, life, looking)))
                .compose(following -> keep(showing.follow(events, looking.watch()::refresh)))
                .compose(following -> keep(Commands.obey(commands, decisions, deployer, trials)))
                .compose(obeying -> keep(showing.obey(commands, decisions, choice)))
                .onSuccess(ready -> {
                    deployer.worker().wake();
                    parts.bus().onConnected(life.board()::touch);
                    life.board().touch();
                    life.lookAgain();
                    looking.begin();
                    showing.begin();
                    wording.start()
                            .onSuccess(known -> showing.touch())
                            .onFailure(failure -> LOG.info("other words are shown later: {}", failure.getMessage()));
                    vertx.setPeriodic(LOOK_AGAIN.toMillis(), timer -> {
                        life.lookAgain();
                        wording.wake();
                        // Other words may have come since.
                        showing.touch();
                    });
                })
                .onFailure(failure -> stop());
    }

    private List<Routes> routes(
            SuggestionLife life,
            DeploymentParts deploying,
            Deployments deployer,
            Decisions decisions,
            Rephrasing wording) {
        RegistryRepository registry = new RegistryRepository(parts.json());
        return List.of(
                new GenerationRoutes(life.patterns(), life.book(), life.gate(), life.proposals()),
                // Before those that take any word for the id of a suggestion.
                wording.routes(),
                new SuggestionRoutes(life.book(), decisions, wording.wordings(), parts.json()),
                new DeployRoutes(deploying, deployer, decisions),
                new OperationRoutes(deploying),
                new ReplayRoutes(vertx, life.book(), registry, parts.history()),
                new ValidationRoutes(new Validation(parts.database(), life.gate(), registry, parts.target())));
    }

    private static List<Future<Subscription>> follow(EventConsumer events, SuggestionLife life, Lookout looking) {
        return Stream.concat(life.follow(events).stream(), looking.follow(events).stream())
                .toList();
    }

    private Future<?> listen(List<Routes> common, Routes... more) {
        List<Routes> routes = Stream.concat(common.stream(), Stream.of(more)).toList();
        Readiness readiness =
                new Readiness(vertx).add("database", parts.database()::check).addFlag("bus", parts.bus()::isConnected);
        About about = new About(
                NAME,
                parts.version(),
                "Proposes automations, takes the owner's answer, deploys them and takes them back.");
        return ServiceServer.start(
                        vertx, new ServerParts(about, parts.server(), parts.json(), metrics, readiness), routes)
                .onSuccess(listening -> server = listening);
    }

    private Future<?> keep(List<Future<Subscription>> opening) {
        opening.forEach(one -> one.onSuccess(subscriptions::add));
        return Future.all(opening);
    }

    /** The port that the service listens on; -1 before it started. */
    public int port() {
        return server == null ? -1 : server.port();
    }

    @Override
    public Future<?> stop() {
        if (deployments != null) {
            deployments.worker().stop();
        }
        Future<Void> looked = lookout == null ? Future.succeededFuture() : lookout.stop();
        if (rephrasing != null) {
            rephrasing.stop();
        }
        Future<Void> left = device == null ? Future.succeededFuture() : device.leave();
        return left.transform(told -> Future.join(
                        subscriptions.stream().map(Subscription::cancel).toList()))
                .transform(cancelled -> looked)
                .transform(cancelled -> server == null ? Future.succeededFuture() : server.close())
                .transform(closed -> announcer == null ? Future.succeededFuture() : announcer.close())
                .onComplete(done -> metrics.close());
    }
}
