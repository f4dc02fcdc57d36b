package io.homeiq.automation;

import io.homeiq.automation.deployment.DeploymentParts;
import io.homeiq.automation.deployment.Upkeep;
import io.homeiq.automation.override.Overrides;
import io.homeiq.automation.repair.RepairCheck;
import io.homeiq.automation.watch.HomeWatch;
import io.homeiq.automation.watch.Watched;
import io.homeiq.bus.Subscription;
import io.homeiq.contracts.event.AutomationDeployed;
import io.homeiq.contracts.event.AutomationOverridden;
import io.homeiq.contracts.event.AutomationRolledBack;
import io.homeiq.contracts.event.StateChanged;
import io.homeiq.contracts.suggestion.Mode;
import io.homeiq.service.Worker;
import io.homeiq.service.event.EventConsumer;
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.store.suggestion.OverrideRepository;
import io.homeiq.store.suggestion.SuggestionFilter;
import io.homeiq.store.suggestion.SuggestionStatus;
import io.homeiq.store.suggestion.TroubleRepository;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches what becomes of automations in place and of trials, as long as the service runs. On the context of the service only. */
final class Lookout implements HomeWatch.Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    /** Changes of a lively home are heard together. */
    private static final Duration AFTER_A_BELL = Duration.ofSeconds(2);

    /** A lost bell is made up for after this. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final Duration UPKEEP = Duration.ofMinutes(10);

    /** Longer than all days of undoing take to be judged: beyond it Vert.x begins to warn. */
    private static final Duration MAX_LOOK = Duration.ofMinutes(1);

    private static final SuggestionFilter ON_TRIAL = SuggestionFilter.in(SuggestionStatus.TRIAL);
    private static final long NONE = -1;

    private final Vertx vertx;
    private final SuggestionLife life;
    private final RegistryRepository registry;
    private final Worker worker;
    private final Upkeep upkeep;
    private final Overrides overrides;
    private final RepairCheck repairs;
    private final HomeWatch watch;
    private final List<Long> timers = new ArrayList<>();
    private long soon = NONE;

    Lookout(Vertx vertx, AutomationParts parts, SuggestionLife life, DeploymentParts deploying) {
        this.vertx = vertx;
        this.life = life;
        this.registry = new RegistryRepository(parts.json());
        this.worker = Worker.of(vertx, "homeiq-automation-watch", 1, MAX_LOOK);
        this.upkeep = new Upkeep(deploying, new TroubleRepository());
        this.overrides = new Overrides(life.book(), new OverrideRepository());
        this.repairs = new RepairCheck(
                life.book(),
                life.gate(),
                registry,
                upkeep,
                new RepairCheck.Reading(parts.history(), worker, overrides),
                life.newcomers());
        this.watch = new HomeWatch(parts.history(), worker, parts.clock(), this::wanted, this);
    }

    HomeWatch watch() {
        return watch;
    }

    private Future<Watched> wanted() {
        return upkeep.inPlace()
                .compose(inPlace -> life.book()
                        .read(connection -> registry.load(
                                        connection, life.book().home())
                                .compose(known -> life.book()
                                        .list(connection, ON_TRIAL)
                                        .map(onTrial -> new Watched(known, inPlace, onTrial)))));
    }

    /** Listens to what makes it look. */
    List<Future<Subscription>> follow(EventConsumer events) {
        return List.of(
                events.onBell(StateChanged.class, event -> {
                    lookSoon();
                    return Future.succeededFuture();
                }),
                events.onBell(AutomationDeployed.class, event -> {
                    watch.refresh();
                    return Future.succeededFuture();
                }),
                events.onBell(AutomationRolledBack.class, event -> {
                    watch.refresh();
                    return Future.succeededFuture();
                }));
    }

    private void lookSoon() {
        if (soon == NONE) {
            soon = vertx.setTimer(AFTER_A_BELL.toMillis(), due -> {
                soon = NONE;
                watch.catchUp();
            });
        }
    }

    /** Begins to look by the clock as well. */
    void begin() {
        watch.refresh();
        lookAfter();
        timers.add(vertx.setPeriodic(LOOK_AGAIN.toMillis(), timer -> watch.catchUp()));
        timers.add(vertx.setPeriodic(UPKEEP.toMillis(), timer -> lookAfter()));
    }

    private void lookAfter() {
        upkeep.look()
                .onFailure(
                        failure -> LOG.info("automations in place cannot be looked at now: {}", failure.getMessage()));
        lookForRepairs();
    }

    /** While nothing is learned, or nothing new is wanted, nothing is proposed. */
    private Future<Void> repair() {
        return life.book()
                .read(life.modes()::load)
                .compose(chosen -> chosen.isLearning() && chosen.mode() != Mode.OFF
                        ? repairs.lookIfDue().mapEmpty()
                        : Future.succeededFuture());
    }

    private void lookForRepairs() {
        repair().onFailure(failure -> LOG.info("repairs cannot be looked for now: {}", failure.getMessage()));
    }

    @Override
    public Future<Void> undone(List<AutomationOverridden> undone) {
        return life.book()
                .read(life.modes()::pauses)
                .compose(pauses -> overrides.note(undone.stream()
                        .filter(one -> !pauses.cover(one.undoneAt()))
                        .toList()))
                .onSuccess(fresh -> {
                    if (fresh > 0) {
                        repairs.undone();
                        lookForRepairs();
                    }
                })
                .mapEmpty();
    }

    @Override
    public Future<Void> unavailable(Map<String, Instant> automations) {
        return upkeep.unavailable(automations);
    }

    /** Looks no more; what is under way may end. */
    Future<Void> stop() {
        timers.forEach(vertx::cancelTimer);
        vertx.cancelTimer(soon);
        return worker.close();
    }
}
