package io.homeiq.mining.timeline;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import io.homeiq.mining.sun.Sun;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is remembered of a home: a bounded timeline for each entity whose states could be done by people or
 * make them act, a bounded series for each sensor whose numbers people may act on, and the days. What has no meaning for
 * habits is not kept.
 */
public final class Household {

    /** A larger home than any seen; entities beyond it are not watched. */
    public static final int MAX_ENTITIES = 20_000;

    /** With {@link SomebodyHome} among them. */
    private static final int MOST_TIMELINES = MAX_ENTITIES + 1;

    private static final double BRIGHTNESS_SCALE = 100 / 255.0;

    private final HomeRegistry registry;
    private final LocalDays calendar;
    private final StateNames states = new StateNames();
    private final RecordedDays days = new RecordedDays();
    private final Map<EntityId, Timeline> timelines = new TreeMap<>();
    private final WatchedEntities watched;
    private final Runs runs = new Runs();
    private boolean peopleMoved;
    private boolean zoneRecorded;
    private int drops;
    private final Numbers numbers;
    private final @Nullable Sun sun;

    public Household(HomeRegistry registry) {
        this.registry = registry;
        this.calendar = new LocalDays(registry.config().timeZone());
        this.watched = new WatchedEntities(registry);
        this.numbers = new Numbers(registry);
        Location place = registry.config().location();
        this.sun = place == null ? null : new Sun(place, registry.config().timeZone());
    }

    /** Remembers a change; changes of attributes alone and restored states only count as signs of recording. */
    public void note(StateChange change, Attribution who) {
        long time = change.time().toEpochMilli();
        String after = shown(change);
        boolean isDeed = who.act() && change.isStateChanged() && watched.isWatched(change.entityId());
        boolean believable = days.note(calendar.dayOf(time), time, isDeed);
        if (believable && after != null && change.isStateChanged() && watched.isWatched(change.entityId(), after)) {
            timelineOf(change.entityId()).ifPresent(timeline -> extend(timeline, change, after, who));
        } else if (believable && change.isStateChanged()) {
            numbers.note(change);
        }
        if (believable) {
            runs.note(change, who);
        }
    }

    /** What automations, scripts and scenes did when. */
    public Runs runs() {
        return runs;
    }

    /** The state, with the zone's number of people as whether there is any. */
    private static @Nullable String shown(StateChange change) {
        String after = change.after();
        return after != null && change.entityId().equals(SomebodyHome.ZONE) ? SomebodyHome.stateOf(after) : after;
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

    private void extend(Timeline timeline, StateChange change, String after, Attribution who) {
        short before = timeline.size() == 0 ? StateNames.ABSENT : timeline.stateAt(timeline.size() - 1);
        short state = states.codeOf(after);
        boolean isZone = change.entityId().equals(SomebodyHome.ZONE);
        peopleMoved |= isZone || SomebodyHome.isWitness(change.entityId());
        zoneRecorded |= isZone;
        // A state that is only shown again is not a new event.
        if (!(who.cause() == Cause.RESTORE || isZone) || before != state) {
            int size = timeline.size();
            timeline.add(change.time().toEpochMilli(), state, level(change), doer(who));
            drops += timeline.size() < size ? 1 : 0;
        }
    }

    /** How often a full timeline gave up its oldest changes, so that positions in it from before mean others now. */
    public int drops() {
        return drops;
    }

    private static Doer doer(Attribution who) {
        if (!who.act()) {
            return Doer.NOBODY;
        }
        return who.person() == null ? Doer.SOMEBODY : Doer.ACCOUNT;
    }

    private static byte level(StateChange change) {
        Double brightness = change.attributes().number("brightness");
        return brightness == null || !(brightness >= 0 && brightness <= 255)
                ? Timeline.NO_LEVEL
                : (byte) Math.round(brightness * BRIGHTNESS_SCALE);
    }

    /** The zone tells by itself whether anybody is at home; if it was never recorded, the people tell. */
    private void countPeople() {
        if (peopleMoved && !zoneRecorded) {
            SomebodyHome.of(timelines, states).ifPresent(timeline -> timelines.put(SomebodyHome.ZONE, timeline));
        }
        peopleMoved = false;
    }

    /** Whether the number of people at home was recorded, and not only follows from where each is. */
    public boolean isZoneRecorded() {
        return zoneRecorded;
    }

    public Optional<Timeline> timeline(EntityId entity) {
        countPeople();
        return Optional.ofNullable(timelines.get(entity));
    }

    /** By entity id; with {@link SomebodyHome} among them where more than one tells of it. */
    public Map<EntityId, Timeline> timelines() {
        countPeople();
        return timelines;
    }

    public StateNames states() {
        return states;
    }

    /**
     * Leaves out the days that, as is known now, are no days of this household.
     *
     * @return the beginning of the first day of which that is news; {@link Long#MAX_VALUE} if of none
     */
    public long countLivedDays() {
        int first = days.setUnlived(
                UnlivedDays.of(timelines(), states, calendar).stream().mapToInt(Integer::intValue));
        return first == Integer.MAX_VALUE ? Long.MAX_VALUE : calendar.startOf(first);
    }

    public RecordedDays days() {
        return days;
    }

    public LocalDays calendar() {
        return calendar;
    }

    public Numbers numbers() {
        return numbers;
    }

    /** Empty where nobody knows where the home is. */
    public Optional<Sun> sun() {
        return Optional.ofNullable(sun);
    }

    public HomeRegistry registry() {
        return registry;
    }

    /** Writes what the events told; what follows from the registry is not part of it. */
    public void write(MemoryWriter out) throws IOException {
        states.write(out);
        days.write(out);
        out.count(timelines.size(), MOST_TIMELINES);
        for (Map.Entry<EntityId, Timeline> entity : timelines.entrySet()) {
            out.entity(entity.getKey());
            entity.getValue().write(out);
        }
        runs.write(out);
        numbers.write(out);
        out.flag(peopleMoved);
        out.flag(zoneRecorded);
        out.number(drops);
    }

    /** Takes over what was written of a home with the same registry, into a fresh one. */
    public void read(MemoryReader in) throws IOException {
        states.read(in);
        days.read(in);
        int count = in.count(MOST_TIMELINES);
        for (int i = 0; i < count; i++) {
            timelines.put(in.entity(), Timeline.read(in, states.size()));
        }
        runs.read(in);
        numbers.read(in);
        peopleMoved = in.flag();
        zoneRecorded = in.flag();
        drops = in.integer();
    }
}
