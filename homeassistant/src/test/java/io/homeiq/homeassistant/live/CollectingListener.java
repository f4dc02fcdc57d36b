package io.homeiq.homeassistant.live;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.Scripts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps what it is given, and can be told to be slow or to fail. Thread-safe. */
final class CollectingListener implements FeedListener {

    /** One event and how it came. */
    record Got(HomeEvent event, Origin origin) {}

    private final List<Got> got = new ArrayList<>();
    private final List<HomeRegistry> registries = new ArrayList<>();
    private final List<List<Automation>> automations = new ArrayList<>();
    private final List<Scripts> scripts = new ArrayList<>();
    private final List<FeedState> states = new ArrayList<>();
    private Promise<Void> gate = Promise.promise();
    private int failures;

    CollectingListener() {
        gate.complete();
    }

    @Override
    public synchronized Future<Void> events(List<HomeEvent> batch, Origin origin) {
        return gate.future().compose(open -> take(batch, origin));
    }

    private synchronized Future<Void> take(List<HomeEvent> batch, Origin origin) {
        if (failures > 0) {
            failures--;
            return Future.failedFuture(new IllegalStateException("the disk is full, says the test"));
        }
        batch.forEach(event -> got.add(new Got(event, origin)));
        return Future.succeededFuture();
    }

    /** From now on batches are not taken until {@link #open}. */
    synchronized void shut() {
        gate = Promise.promise();
    }

    void open() {
        Promise<Void> opened;
        synchronized (this) {
            opened = gate;
        }
        opened.tryComplete();
    }

    /** The next batches are not taken but fail. */
    synchronized void failNext(int batches) {
        failures = batches;
    }

    @Override
    public synchronized Future<Void> registry(HomeRegistry registry) {
        registries.add(registry);
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Void> automations(List<Automation> read) {
        automations.add(read);
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Void> scripts(Scripts read) {
        scripts.add(read);
        return Future.succeededFuture();
    }

    @Override
    public synchronized void connection(FeedState state) {
        states.add(state);
    }

    synchronized List<Got> got() {
        return List.copyOf(got);
    }

    synchronized List<FeedState> states() {
        return List.copyOf(states);
    }

    synchronized HomeRegistry latestRegistry() {
        return registries.isEmpty() ? HomeRegistry.EMPTY : registries.getLast();
    }

    synchronized List<List<Automation>> automations() {
        return List.copyOf(automations);
    }

    synchronized Scripts latestScripts() {
        return scripts.isEmpty() ? Scripts.NONE : scripts.getLast();
    }

    Stream<HomeEvent> events(Predicate<HomeEvent> wanted) {
        return got().stream().map(Got::event).filter(wanted);
    }

    /** Changes of the entity as they came, with repetitions. */
    List<StateChange> changesOf(String entity) {
        return events(event -> event instanceof StateChange change
                        && change.entityId().value().equals(entity))
                .map(StateChange.class::cast)
                .toList();
    }
}
