package io.homeiq.mining.habit.span;

import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.attribution.Actuators;
import io.homeiq.mining.habit.ActLog;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.PeopleHabit;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.habit.TriggerHabit;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.SomebodyHome;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which triggers stand for something that people do: come, go, go to bed, get up. Some say so by their domain; of
 * others it shows, for they change when the first one comes or the last one leaves, or at the ends of the night.
 */
public final class PeopleMoments {

    private static final Set<String> WHEREABOUTS = Set.of("person", "device_tracker", "zone", "group");
    private static final Set<String> AT_HOME = Set.of("home", SomebodyHome.OCCUPIED);

    /** What these tell of is a room or a door, whoever moves there, and not somebody's day. */
    private static final List<String> OF_PLACES =
            List.of("motion", "moving", "door", "opening", "window", "garage", "lock", "vibration", "sound");

    /** The share of the firings that must lie at such moments. */
    private static final double MOSTLY = 0.7;

    /** What stands for coming or going changes this soon before or after it, in milliseconds. */
    private static final long COINCIDES_MILLIS = 3 * 60_000L;

    /** What is done later than this after leaving was forgotten, in milliseconds. */
    private static final long FORGOTTEN_MILLIS = 3 * 60_000L;

    /** What changes more often tells of more than bedtime. */
    private static final int MOST_CHANGES = 4_000;

    private static final int LEAST_NIGHTS = 6;
    private static final int MAX_TELLERS = 4;

    private final Household home;
    private final DayRange learned;
    private @Nullable Nights nights;

    public PeopleMoments(Household home, DayRange learned) {
        this.home = home;
        this.learned = learned;
    }

    /** The candidate as a habit of people's comings and goings, if its trigger stands for one; else as it is. */
    public Candidate named(Candidate candidate) {
        if (!(candidate.habit() instanceof TriggerHabit habit)) {
            return candidate;
        }
        boolean leaving = isLeaving(habit, candidate.learned().firings());
        boolean ofPeople = leaving
                || isComing(habit, candidate.learned().firings())
                || isNight(habit, candidate.learned().firings());
        PeopleHabit named = new PeopleHabit(habit, leaving && isForgotten(habit, candidate.learned()));
        return ofPeople ? new Candidate(named, candidate.pValue(), candidate.chance(), candidate.learned()) : candidate;
    }

    private boolean isComing(TriggerHabit habit, long[] firings) {
        return isWhereabouts(habit.trigger())
                ? isHome(habit.to())
                : isWitness(habit.trigger()) && mostly(firings, time -> turns(time, true));
    }

    private boolean isLeaving(TriggerHabit habit, long[] firings) {
        return isWhereabouts(habit.trigger())
                ? !isHome(habit.to())
                : isWitness(habit.trigger()) && mostly(firings, time -> turns(time, false));
    }

    private boolean isNight(TriggerHabit habit, long[] firings) {
        return isWitness(habit.trigger())
                && (mostly(firings, nights()::beginAround) || mostly(firings, nights()::endAround));
    }

    /**
     * Something that tells that people went, or went to bed.
     *
     * @param state that it takes then
     */
    record Moment(EntityId teller, short state) {}

    /** What mostly changes when people go to bed, such as a bed that is occupied; by entity, the first few. */
    List<Moment> bedtimes() {
        List<Moment> found = new ArrayList<>();
        home.timelines().forEach((entity, timeline) -> {
            if (isWitness(entity) && timeline.size() <= MOST_CHANGES) {
                changes(timeline).forEach((state, times) -> {
                    boolean enough = times.size() >= LEAST_NIGHTS && found.size() < MAX_TELLERS;
                    long[] firings = times.stream().mapToLong(time -> time).toArray();
                    if (enough && mostly(firings, nights()::beginAround)) {
                        found.add(new Moment(entity, state));
                    }
                });
            }
        });
        return found;
    }

    /** When an entity took each of its states on the learned days, by state. */
    private Map<Short, List<Long>> changes(Timeline timeline) {
        Map<Short, List<Long>> changes = new TreeMap<>();
        int end = timeline.firstAtOrAfter(home.calendar().startOf(learned.last() + 1));
        for (int i = timeline.firstAtOrAfter(home.calendar().startOf(learned.first())); i < end; i++) {
            if (timeline.stateAt(i) > StateNames.ABSENT) {
                changes.computeIfAbsent(timeline.stateAt(i), state -> new ArrayList<>())
                        .add(timeline.timeAt(i));
            }
        }
        return changes;
    }

    /** Whether somebody in this state is at home. */
    static boolean isHome(String state) {
        return AT_HOME.contains(state);
    }

    private boolean isHome(short state) {
        return isHome(home.states().nameOf(state));
    }

    private static boolean isWhereabouts(EntityId entity) {
        return WHEREABOUTS.contains(entity.domain());
    }

    private boolean isWitness(EntityId entity) {
        Optional<String> known = home.registry().entity(entity).map(Entity::deviceClass);
        boolean ofPlace = known.map(OF_PLACES::contains)
                .orElseGet(() -> OF_PLACES.stream().anyMatch(entity.objectId()::contains));
        return !isWhereabouts(entity) && !Actuators.isActuator(entity) && !ofPlace;
    }

    private static boolean mostly(long[] firings, LongPredicate holds) {
        return firings.length > 0 && Arrays.stream(firings).filter(holds).count() >= MOSTLY * firings.length;
    }

    /** Whether the first one came, or the last one left, around a moment. */
    private boolean turns(long time, boolean home) {
        return people().map(timeline -> IntStream.range(
                                timeline.firstAtOrAfter(time - COINCIDES_MILLIS),
                                timeline.firstAtOrAfter(time + COINCIDES_MILLIS + 1))
                        .anyMatch(i -> isHome(timeline.stateAt(i)) == home))
                .orElse(false);
    }

    private Optional<Timeline> people() {
        Optional<Timeline> zone = home.timeline(SomebodyHome.ZONE);
        return zone.isPresent()
                ? zone
                : SomebodyHome.witnesses(home.timelines()).stream().findFirst().flatMap(home::timeline);
    }

    private Nights nights() {
        if (nights == null) {
            nights = Nights.of(ActLog.of(home, learned), home.calendar());
        }
        return nights;
    }

    /** Ended, and only minutes later. */
    private boolean isForgotten(TriggerHabit habit, Replay learned) {
        long[] delays = learned.delays();
        Arrays.sort(delays);
        return DurationSearch.isEnd(home.states().nameOf(habit.deed().state()))
                && delays.length > 0
                && delays[delays.length / 2] >= FORGOTTEN_MILLIS;
    }
}
