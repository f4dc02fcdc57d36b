package io.homeiq.data.home;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.automation.Scripts;
import io.homeiq.service.OneAtATime;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of the home's parts and automations: in memory for those who ask, in the shared database for the other services. */
public final class KnownHome {

    private final SharedDatabase database;
    private final RegistryRepository repository;
    private final HomeId home;
    private final InstantSource clock;
    private final OneAtATime turns = new OneAtATime();
    private volatile HomeRegistry registry = HomeRegistry.EMPTY;
    private volatile List<Automation> automations = List.of();

    /** Knows nothing before {@link #load}. */
    public KnownHome(SharedDatabase database, RegistryRepository repository, HomeId home, InstantSource clock) {
        this.database = database;
        this.repository = repository;
        this.home = home;
        this.clock = clock;
    }

    /** Reads what was saved by an earlier process. */
    public Future<Void> load() {
        return database.read(connection -> repository
                .load(connection, home)
                .compose(saved -> {
                    registry = saved;
                    return repository.loadAutomations(connection, home);
                })
                .map(saved -> {
                    automations = saved;
                    return null;
                }));
    }

    /** As saved last; empty at first. */
    public HomeRegistry registry() {
        return registry;
    }

    /** As saved last; empty at first. */
    public List<Automation> automations() {
        return automations;
    }

    /** Replaces what was known of areas, devices, entities, people and the home itself. */
    public Future<Void> replace(HomeRegistry now) {
        return turns.run(() -> save(now));
    }

    /**
     * Replaces what was known by something made of it, so that nothing saved meanwhile is lost.
     *
     * @param change empty: there is nothing to change
     * @return what is known now
     */
    public Future<HomeRegistry> amend(Function<HomeRegistry, Optional<HomeRegistry>> change) {
        return turns.run(() -> change.apply(registry)
                .map(now -> save(now).map(now))
                .orElseGet(() -> Future.succeededFuture(registry)));
    }

    private Future<Void> save(HomeRegistry now) {
        return database.write(connection -> repository.save(connection, home, now, clock.instant()))
                .onSuccess(saved -> registry = now);
    }

    /** Replaces all automations that were known. */
    public Future<Void> replace(List<Automation> now) {
        List<Automation> copy = List.copyOf(now);
        return database.write(connection -> repository.saveAutomations(connection, home, copy, clock.instant()))
                .onSuccess(saved -> automations = copy);
    }

    /** Replaces all scripts that were known. */
    public Future<Void> replace(Scripts now) {
        Map<String, @Nullable Object> trees = new TreeMap<>();
        now.byName().forEach((name, script) -> trees.put(name, script.tree()));
        return database.write(
                connection -> repository.saveScripts(connection, home, new Verbatim(trees), clock.instant()));
    }

    /** The most that each power sensor ever showed, in watts, as saved last; empty if nothing was ever saved. */
    public Future<Optional<Map<EntityId, Double>>> powerPeaks() {
        return database.read(connection -> repository.loadPowerPeaks(connection, home));
    }

    /** Replaces what was known of it. */
    public Future<Void> replacePowerPeaks(Map<EntityId, Double> watts) {
        return database.write(connection -> repository.savePowerPeaks(connection, home, watts, clock.instant()));
    }
}
