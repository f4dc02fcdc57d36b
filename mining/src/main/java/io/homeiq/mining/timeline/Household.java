package io.homeiq.mining.timeline;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that is remembered of a home: a bounded timeline for each entity whose states could be done by people or
 * make them act, and the days. Numbers and states without meaning for habits are not kept.
 */
public final class Household {

    /** A larger home than any seen; entities beyond it are not watched. */
    public static final int MAX_ENTITIES = 20_000;

    private static final double BRIGHTNESS_SCALE = 100 / 255.0;

    private final HomeRegistry registry;
    private final LocalDays calendar;
    private final StateNames states = new StateNames();
    private final RecordedDays days = new RecordedDays();
    private final Map<EntityId, Timeline> timelines = new TreeMap<>();
    private final WatchedEntities watched;

    public Household(HomeRegistry registry) {
        this.registry = registry;
        this.calendar = new LocalDays(registry.config().timeZone());
        this.watched = new WatchedEntities(registry);
    }

    /** Remembers a change; changes of attributes alone and restored states only count as signs of recording. */
    public void note(StateChange change, boolean act, boolean restored) {
        long time = change.time().toEpochMilli();
        String after = change.after();
        boolean isDeed = act && change.isStateChanged() && watched.isWatched(change.entityId());
        boolean believable = days.note(calendar.dayOf(time), time, isDeed);
        if (believable && after != null && change.isStateChanged() && watched.isWatched(change.entityId(), after)) {
            timelineOf(change.entityId()).ifPresent(timeline -> extend(timeline, change, after, act, restored));
        }
    }

    private Optional<Timeline> timelineOf(EntityId entity) {
        Timeline known = timelines.get(entity);
        if (known != null || timelines.size() >= MAX_ENTITIES) {
            return Optional.ofNullable(known);
        }
        Timeline fresh = new Timeline();
        timelines.put(entity, fresh);
        return Optional.of(fresh);
    }

    private void extend(Timeline timeline, StateChange change, String after, boolean act, boolean restored) {
        short before = timeline.size() == 0 ? StateNames.ABSENT : timeline.stateAt(timeline.size() - 1);
        short state = states.codeOf(after);
        // A state that is only shown again is not a new event.
        if (!restored || before != state) {
            timeline.add(change.time().toEpochMilli(), state, level(change), act);
        }
    }

    private static byte level(StateChange change) {
        Double brightness = change.attributes().number("brightness");
        return brightness == null || !(brightness >= 0 && brightness <= 255)
                ? Timeline.NO_LEVEL
                : (byte) Math.round(brightness * BRIGHTNESS_SCALE);
    }

    public Optional<Timeline> timeline(EntityId entity) {
        return Optional.ofNullable(timelines.get(entity));
    }

    /** By entity id. */
    public Map<EntityId, Timeline> timelines() {
        return timelines;
    }

    public StateNames states() {
        return states;
    }

    public RecordedDays days() {
        return days;
    }

    public LocalDays calendar() {
        return calendar;
    }

    public HomeRegistry registry() {
        return registry;
    }
}
