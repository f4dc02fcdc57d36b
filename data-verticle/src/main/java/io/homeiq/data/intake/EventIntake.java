package io.homeiq.data.intake;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.data.history.History;
import io.homeiq.data.imports.Destination;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.history.Appended;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** The way into the log: first it is stored, then the bell is rung. May be used from every thread. */
public final class EventIntake implements Destination {

    private static final Duration[] BOUNDARIES = {
        Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1)
    };

    private final History history;
    private final Bells bells;
    private final PowerNotes power;
    private final Counter added;
    private final Counter duplicates;
    private final Timer appending;

    public EventIntake(History history, Bells bells, PowerNotes power, Metrics metrics) {
        this.history = history;
        this.bells = bells;
        this.power = power;
        this.added = metrics.counter("homeiq.history.added", "Events added to the history");
        this.duplicates = metrics.counter("homeiq.history.duplicates", "Events that the history had already");
        this.appending = Timer.builder("homeiq.history.append")
                .description("Time from the arrival of a batch until it was safe in the history")
                .serviceLevelObjectives(BOUNDARIES)
                .register(metrics.registry());
    }

    /**
     * Stores events and rings for each change among those that were new.
     *
     * @param source where they come from, kept with each
     * @return succeeds once they are safe; fails as {@link History#append}
     */
    public Future<Appended> live(List<HomeEvent> events, String source) {
        return store(events, source).onSuccess(appended -> bells.ring(appended.added()));
    }

    /** As {@link #live}, for old events in large numbers: rings once, for the last one. */
    public Future<Appended> bulk(List<HomeEvent> events, String source) {
        return store(events, source).onSuccess(appended -> ringOnce(appended.added()));
    }

    /** Rings for the last change among many, however they came into the log. */
    @Override
    public void ringOnce(List<Sequenced> added) {
        for (int i = added.size() - 1; i >= 0; i--) {
            if (added.get(i).event() instanceof StateChange) {
                bells.ring(added.subList(i, i + 1));
                return;
            }
        }
    }

    /** As {@link #live}, but rings for nothing: whoever calls it announces the whole. */
    @Override
    public Future<Appended> store(List<HomeEvent> events, String source) {
        Timer.Sample sample = Timer.start();
        return history.append(events, source).onSuccess(appended -> {
            sample.stop(appending);
            added.increment(appended.added().size());
            duplicates.increment((double) appended.duplicates());
            power.note(events);
        });
    }
}
