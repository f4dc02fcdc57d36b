package io.homeiq.mining.repair;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.attribution.Attribution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the runs of one automation and tells when a person undoes what it did. Hears the events in order, each with its attribution. Bounded: the
 * oldest runs are forgotten. For one thread at a time.
 */
public final class WorkLog {

    /** What a person changes later than this after the automation is another decision. */
    public static final Duration SOON = Duration.ofMinutes(10);

    /** Some weeks of an automation that runs dozens of times a day. */
    static final int MAX_WORKS = 1_000;

    /** A run is told by an event and by its entity; so near together they are the same one, in milliseconds. */
    private static final long SAME_RUN = 1_000;

    private final EntityId automation;
    private final List<Work> works = new ArrayList<>();

    /** What it set last and nobody touched since, by entity: the number of the work. */
    private final Map<EntityId, Placed> latest = new HashMap<>();

    private record Placed(long at, String state, long ranAt) {}

    /** @param automation its entity in Home Assistant */
    public WorkLog(EntityId automation) {
        this.automation = automation;
    }

    /** Takes in the next event; whether it is somebody's undoing. */
    public Optional<Undo> accept(HomeEvent event, Attribution who) {
        return switch (event) {
            case AutomationTriggered run
            when run.automation().equals(automation) -> {
                begin(run.time().toEpochMilli());
                yield Optional.empty();
            }
            case StateChange change
            when change.entityId().equals(automation) -> {
                if ("on".equals(change.after()) && !change.isStateChanged()) {
                    begin(change.time().toEpochMilli());
                }
                yield Optional.empty();
            }
            case StateChange change when change.isStateChanged() -> changed(change, who);
            default -> Optional.empty();
        };
    }

    private void begin(long time) {
        if (works.isEmpty() || time - works.getLast().ranAt() > SAME_RUN) {
            if (works.size() == MAX_WORKS) {
                works.subList(0, MAX_WORKS / 2).clear();
            }
            works.add(Work.begun(time));
        }
    }

    private Optional<Undo> changed(StateChange change, Attribution who) {
        long time = change.time().toEpochMilli();
        String after = change.after();
        if (after != null && automation.equals(who.automation()) && !who.act()) {
            acted(change.entityId(), after, time);
            return Optional.empty();
        }
        Placed ours = latest.get(change.entityId());
        if (ours == null || after == null || !who.act()) {
            return Optional.empty();
        }
        latest.remove(change.entityId());
        boolean soon = time > ours.at() && time - ours.at() <= SOON.toMillis();
        if (!soon || after.equals(ours.state())) {
            return Optional.empty();
        }
        undone(ours.ranAt(), time);
        return Optional.of(new Undo(automation, change.entityId(), Instant.ofEpochMilli(ours.at()), change.time()));
    }

    private void acted(EntityId entity, String state, long time) {
        if (works.isEmpty()) {
            works.add(Work.begun(time));
        }
        Work last = works.getLast();
        if (!last.hasActed()) {
            works.set(works.size() - 1, last.acted(entity, state, time));
        }
        Placed before = latest.get(entity);
        // The end of a shutter's travel belongs to what began it.
        long at = before != null && before.ranAt() == last.ranAt() ? before.at() : time;
        latest.put(entity, new Placed(at, state, last.ranAt()));
    }

    private void undone(long ranAt, long time) {
        for (int i = works.size() - 1; i >= 0 && works.get(i).ranAt() >= ranAt; i--) {
            if (works.get(i).ranAt() == ranAt && !works.get(i).isUndone()) {
                works.set(i, works.get(i).undone(time));
            }
        }
    }

    /** The runs so far, the oldest first. */
    public List<Work> works() {
        return List.copyOf(works);
    }
}
