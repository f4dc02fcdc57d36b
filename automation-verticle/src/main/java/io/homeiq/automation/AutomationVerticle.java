package io.homeiq.automation;

import io.homeiq.automation.deployment.DeployRoutes;
import io.homeiq.automation.deployment.DeploymentParts;
import io.homeiq.automation.deployment.DeploymentWorker;
import io.homeiq.automation.deployment.Deployments;
import io.homeiq.automation.deployment.OperationRoutes;
import io.homeiq.automation.suggestion.Decisions;
import io.homeiq.automation.suggestion.MissedPatterns;
import io.homeiq.automation.suggestion.OpenSuggestionsBoard;
import io.homeiq.automation.suggestion.Proposals;
import io.homeiq.automation.suggestion.SafetyGate;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.automation.suggestion.SuggestionOrder;
import io.homeiq.automation.suggestion.SuggestionRoutes;
import io.homeiq.automation.validation.Validation;
import io.homeiq.automation.validation.ValidationRoutes;
import io.homeiq.bus.Subscription;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.ModelPromoted;
import io.homeiq.contracts.event.PatternChanged;
import io.homeiq.contracts.event.PatternDetected;
import io.homeiq.contracts.event.PatternRetired;
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
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.store.suggestion.DeploymentRepository;
import io.homeiq.store.suggestion.SuggestionRepository;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The automation service: proposes automations, takes the owner's answers, puts automations in place and takes them back. */
public final class AutomationVerticle extends VerticleBase {

    private static final Logger LOG = LoggerFactory.getLogger(AutomationVerticle.class);
    /** Lost events are made up for after this. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final String NAME = "automation";

    private final AutomationParts parts;
    private final Metrics metrics = new Metrics(NAME);
    private final List<Subscription> subscriptions = new ArrayList<>();
    private @Nullable Announcer announcer;
    private @Nullable DeploymentWorker worker;
    private @Nullable ServiceServer server;

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
        SuggestionRepository suggestions = new SuggestionRepository(parts.json());
        RegistryRepository registry = new RegistryRepository(parts.json());
        OpenSuggestionsBoard board = new OpenSuggestionsBoard(announcing, suggestions, consuming);
        SuggestionOrder order = new SuggestionOrder(announcing, suggestions, parts.json(), parts.home());
        SuggestionBook book =
                new SuggestionBook(announcing, suggestions, order, parts.home(), parts.clock(), board::touch);
        SafetyGate gate = new SafetyGate(registry, parts.home());
        OneAtATime turns = new OneAtATime();
        DeploymentParts deploying = new DeploymentParts(
                book, gate, new DeploymentRepository(parts.json()), parts.target(), turns, parts.json());
        Deployments deployments = new Deployments(vertx, deploying, parts.retries());
        DeploymentWorker deployer = deployments.worker();
        worker = deployer;
        Decisions decisions = new Decisions(book, gate, new FeedbackRepository(), turns, deployer::wake);
        announcing.countInto(metrics);
        announcing.start();
        Proposals proposals = new Proposals(book, registry);
        MissedPatterns missed = new MissedPatterns(
                announcing, new PatternRepository(parts.json(), parts.clock()), book, proposals, parts.home());
        return listen(List.of(
                        new SuggestionRoutes(book, decisions, parts.json()),
                        new DeployRoutes(deploying, deployments, decisions),
                        new OperationRoutes(deploying),
                        new ValidationRoutes(new Validation(parts.database(), registry, parts.home(), parts.target()))))
                .compose(listening -> follow(
                        new EventConsumer(consuming, announcing, new Inbox(parts.clock())), proposals, order, board))
                .compose(following -> obey(new CommandConsumer(consuming), decisions, deployments))
                .onSuccess(ready -> {
                    deployer.wake();
                    parts.bus().onConnected(board::touch);
                    board.touch();
                    lookForMissed(missed);
                    lookForModel(order, board);
                    vertx.setPeriodic(LOOK_AGAIN.toMillis(), timer -> {
                        lookForMissed(missed);
                        lookForModel(order, board);
                    });
                })
                .onFailure(failure -> stop());
    }

    private static void lookForMissed(MissedPatterns missed) {
        missed.propose().onFailure(failure -> LOG.info("patterns cannot be read now: {}", failure.getMessage()));
    }

    private static Future<Void> lookForModel(SuggestionOrder order, OpenSuggestionsBoard board) {
        return order.refresh()
                .onFailure(failure -> LOG.info("the order cannot be looked at now: {}", failure.getMessage()))
                .onSuccess(changed -> {
                    if (changed) {
                        board.touch();
                    }
                })
                .mapEmpty();
    }

    private Future<?> listen(List<Routes> routes) {
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

    private Future<?> follow(
            EventConsumer events, Proposals proposals, SuggestionOrder order, OpenSuggestionsBoard board) {
        return keep(List.of(
                events.onBell(ModelPromoted.class, event -> lookForModel(order, board)),
                events.on(
                        PatternDetected.class,
                        (connection, event) ->
                                proposals.found(connection, event.data().pattern())),
                events.on(
                        PatternChanged.class,
                        (connection, event) ->
                                proposals.found(connection, event.data().pattern())),
                events.on(
                        PatternRetired.class,
                        (connection, event) -> proposals.lost(
                                connection,
                                event.data().patternId(),
                                event.data().reason()))));
    }

    private Future<?> obey(CommandConsumer commands, Decisions decisions, Deployments deployments) {
        return keep(List.of(
                commands.on(
                        Command.ApproveSuggestion.class,
                        command -> decisions
                                .approve(command.suggestionId().value(), null)
                                .mapEmpty()),
                commands.on(
                        Command.RejectSuggestion.class,
                        command -> decisions
                                .reject(command.suggestionId().value(), command.reason())
                                .mapEmpty()),
                commands.on(
                        Command.RollBackAutomation.class,
                        command -> deployments
                                .rollBack(command.suggestionId().value())
                                .mapEmpty())));
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
        if (worker != null) {
            worker.stop();
        }
        return Future.join(subscriptions.stream().map(Subscription::cancel).toList())
                .transform(cancelled -> server == null ? Future.succeededFuture() : server.close())
                .transform(closed -> announcer == null ? Future.succeededFuture() : announcer.close())
                .onComplete(done -> metrics.close());
    }
}
