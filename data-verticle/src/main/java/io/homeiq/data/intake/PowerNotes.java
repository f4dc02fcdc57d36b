package io.homeiq.data.intake;

import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.data.history.History;
import io.homeiq.data.home.KnownHome;
import io.homeiq.store.history.HistoryFilter;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes the most that each power sensor ever showed, for those who ask what a plug switches. Saved are only steps, so that nothing is written again and again.
 * May be used from every thread.
 */
public final class PowerNotes {

    private static final Logger LOG = LoggerFactory.getLogger(PowerNotes.class);

    /** Less is drawn by anything. In watts. */
    private static final double LEAST = 100;

    /** So much more is worth a note. */
    private static final double STEP = 1.1;

    /** Of one home. */
    private static final int MAX_SENSORS = 2_000;

    private static final Map<String, Double> WATTS = Map.of("W", 1.0, "kW", 1_000.0, "MW", 1_000_000.0, "mW", 0.001);

    private final KnownHome home;
    private final Map<EntityId, Double> peaks = new ConcurrentHashMap<>();
    private final AtomicBoolean saving = new AtomicBoolean();
    private volatile boolean begun;
    private volatile boolean fresh;

    public PowerNotes(KnownHome home) {
        this.home = home;
    }

    /** Takes up what was noted before; where nothing ever was, the history is looked through once. Nothing is saved before that is done. */
    public Future<Void> begin(History history) {
        return home.powerPeaks()
                .compose(known -> {
                    known.ifPresent(watts -> watts.forEach((sensor, peak) -> peaks.merge(sensor, peak, Math::max)));
                    return known.isPresent() ? Future.<Void>succeededFuture() : lookBack(history);
                })
                .onSuccess(done -> {
                    begun = true;
                    save();
                });
    }

    private Future<Void> lookBack(History history) {
        Set<EntityId> sensors = home.registry().entities().stream()
                .filter(entity -> "power".equals(entity.deviceClass()))
                .map(Entity::id)
                .collect(Collectors.toUnmodifiableSet());
        if (sensors.isEmpty()) {
            return Future.succeededFuture();
        }
        return history.read(reader -> {
                    reader.byTime(
                            new HistoryFilter(null, null, sensors, true),
                            event -> note(event.event(), home.registry()));
                    return true;
                })
                .onSuccess(read -> fresh = true)
                .mapEmpty();
    }

    /** Notes what is among them. */
    public void note(List<HomeEvent> events) {
        HomeRegistry registry = home.registry();
        for (HomeEvent event : events) {
            if (note(event, registry)) {
                fresh = true;
            }
        }
        save();
    }

    private boolean note(HomeEvent event, HomeRegistry registry) {
        if (!(event instanceof StateChange change)
                || !change.entityId().domain().equals("sensor")) {
            return false;
        }
        double watts = watts(change, registry);
        Double known = peaks.get(change.entityId());
        boolean isWorthANote = Double.isFinite(watts)
                && (known == null ? watts >= LEAST && peaks.size() < MAX_SENSORS : watts > known * STEP);
        if (isWorthANote) {
            peaks.merge(change.entityId(), watts, Math::max);
        }
        return isWorthANote;
    }

    /** Not a number where it shows no power. */
    private static double watts(StateChange change, HomeRegistry registry) {
        String state = change.after();
        Entity entity = registry.entity(change.entityId()).orElse(null);
        String kind = or(
                entity == null ? null : entity.deviceClass(),
                change.attributes().text("device_class"));
        if (state == null || !"power".equals(kind)) {
            return Double.NaN;
        }
        String unit = or(change.attributes().text("unit_of_measurement"), entity == null ? null : entity.unit());
        try {
            return Double.parseDouble(state) * WATTS.getOrDefault(String.valueOf(unit), Double.NaN);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null || first.isEmpty() ? second : first;
    }

    /** One at a time; what comes meanwhile is saved after it. What cannot be saved is saved with the next step. */
    private void save() {
        if (!begun || !fresh || !saving.compareAndSet(false, true)) {
            return;
        }
        fresh = false;
        home.replacePowerPeaks(Map.copyOf(peaks)).onComplete(done -> {
            saving.set(false);
            if (done.failed()) {
                LOG.warn("the peaks of power could not be saved: {}", String.valueOf(done.cause()));
            } else {
                save();
            }
        });
    }
}
