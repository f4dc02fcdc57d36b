package io.homeiq.mining.habit.answer;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.attribution.Actuators;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * All that may start a habit over some days, over all entities in order of time, so that what came shortly before an act
 * is found in one look. What changes too often to be kept whole is left out. Eight bytes a change.
 */
final class Triggers {

    /** Time and trigger of a change are kept in one number: so many bits are the trigger's. */
    private static final int TRIGGER_BITS = 18;

    /** Share of its changes. */
    private static final double LEAST_BY_HAND = 0.2;

    private static final int TRIGGER_MASK = (1 << TRIGGER_BITS) - 1;

    private final List<Trigger> triggers = new ArrayList<>();
    private final Household home;
    private final DayRange days;
    private final long lookBackMillis;
    private int[] counts = new int[64];
    private long[] changes = new long[1024];
    private int size;

    /** An entity's change to a state, as it may start a habit. */
    record Trigger(EntityId entity, short to) {}

    /** @param lookBackMillis how long before the first day something may have happened that the days answer */
    Triggers(Household home, DayRange days, long lookBackMillis) {
        this.home = home;
        this.days = days;
        this.lookBackMillis = lookBackMillis;
        home.timelines().forEach(this::add);
        Arrays.sort(changes, 0, size);
    }

    private void add(EntityId entity, Timeline timeline) {
        if (timeline.hasOverflowed()) {
            return;
        }
        long start = home.calendar().startOf(days.first());
        int end = timeline.firstAtOrAfter(home.calendar().startOf(days.last() + 1));
        int first = timeline.firstAtOrAfter(start - lookBackMillis);
        if (Actuators.isActuator(entity) && isMostlyLed(timeline, first, end)) {
            return;
        }
        Map<Short, Integer> numbers = numbers(entity, timeline, first, end);
        for (int i = first; i < end; i++) {
            Integer number = numbers.get(timeline.stateAt(i));
            if (number != null) {
                changes = size < changes.length ? changes : Arrays.copyOf(changes, 2 * size);
                changes[size++] = timeline.timeAt(i) << TRIGGER_BITS | number;
                counts[number] += timeline.timeAt(i) >= start ? 1 : 0;
            }
        }
    }

    /**
     * Whether a thing that people can set hardly ever moves by a hand: a group that follows its members, a lamp that an automation lights. What
     * moves it is what people answer to.
     */
    private static boolean isMostlyLed(Timeline timeline, int first, int end) {
        int byHand = 0;
        for (int i = first; i < end; i++) {
            byHand += timeline.isActAt(i) ? 1 : 0;
        }
        return byHand < LEAST_BY_HAND * (end - first);
    }

    /** Numbers the states of an entity, rising. */
    private Map<Short, Integer> numbers(EntityId entity, Timeline timeline, int first, int end) {
        Map<Short, Integer> numbers = new TreeMap<>();
        for (int i = first; i < end; i++) {
            if (timeline.stateAt(i) > StateNames.ABSENT && triggers.size() + numbers.size() < TRIGGER_MASK) {
                numbers.put(timeline.stateAt(i), 0);
            }
        }
        numbers.replaceAll((state, unset) -> {
            triggers.add(new Trigger(entity, state));
            return triggers.size() - 1;
        });
        counts = triggers.size() <= counts.length ? counts : Arrays.copyOf(counts, 2 * triggers.size());
        return numbers;
    }

    /** How many there are; each has a number below that, by entity and then by state. */
    int size() {
        return triggers.size();
    }

    Trigger get(int number) {
        return triggers.get(number);
    }

    /** How often it happened on the days. */
    int count(int number) {
        return counts[number];
    }

    /** Tells the number of each change within the look back before a moment; the moment itself is not before it. */
    void before(long time, IntConsumer sink) {
        int end = firstAtOrAfter(time);
        for (int i = firstAtOrAfter(time - lookBackMillis); i < end; i++) {
            sink.accept((int) (changes[i] & TRIGGER_MASK));
        }
    }

    private int firstAtOrAfter(long time) {
        int found = Arrays.binarySearch(changes, 0, size, time << TRIGGER_BITS);
        return found < 0 ? -found - 1 : found;
    }
}
