package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Runs;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** All that happened in a home in order of time, to look up what came just before something. Eight bytes a change. */
final class Moments {

    /** What changes more often is near everything, and so explains nothing. */
    private static final int MAX_CHANGES_EACH = 8_192;

    /** Where more happens at once, nothing can be told to follow anything. */
    private static final int MAX_LOOKED_AT = 128;

    /** Time and place in the list are kept in one number: so many bits are the place's. */
    private static final int PLACE_BITS = 18;

    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

    private final List<EntityId> entities = new ArrayList<>();
    private final List<Timeline> timelines = new ArrayList<>();
    private final List<Short> leastStates = new ArrayList<>();
    private final Map<Leader, Integer> counts = new HashMap<>();
    private long[] moments = new long[1024];
    private int size;

    Moments(Household home) {
        home.timelines().forEach(this::add);
        home.runs().all().forEach(this::add);
        Arrays.sort(moments, 0, size);
    }

    private void add(EntityId entity, Timeline timeline) {
        if (timeline.size() > MAX_CHANGES_EACH || entities.size() > PLACE_MASK) {
            return;
        }
        int place = entities.size();
        // Of what is no run, states beyond those that are told apart are nothing that could lead.
        short least = Runs.isRunner(entity) ? Short.MIN_VALUE : StateNames.ABSENT + 1;
        Map<Short, int[]> byState = new HashMap<>();
        entities.add(entity);
        timelines.add(timeline);
        leastStates.add(least);
        for (int i = 0; i < timeline.size(); i++) {
            if (timeline.stateAt(i) >= least) {
                moments = size < moments.length ? moments : Arrays.copyOf(moments, 2 * size);
                moments[size++] = timeline.timeAt(i) << PLACE_BITS | place;
                byState.computeIfAbsent(timeline.stateAt(i), state -> new int[1])[0]++;
            }
        }
        byState.forEach((state, count) -> counts.put(new Leader(entity, state), count[0]));
    }

    /** How often it happened in all. */
    int count(Leader leader) {
        return counts.getOrDefault(leader, 0);
    }

    /**
     * Tells of what other entities did within some time before a moment, or at the same moment; of the last alone where
     * much happened.
     *
     * @param sink hears what happened, and how many milliseconds before
     */
    void before(EntityId entity, long time, long millis, BiConsumer<Leader, Long> sink) {
        int end = firstAtOrAfter(time + 1);
        for (int i = Math.max(firstAtOrAfter(time - millis), end - MAX_LOOKED_AT); i < end; i++) {
            int place = (int) (moments[i] & PLACE_MASK);
            if (!entities.get(place).equals(entity)) {
                long at = moments[i] >> PLACE_BITS;
                Timeline timeline = timelines.get(place);
                for (int k = timeline.firstAtOrAfter(at); k < timeline.size() && timeline.timeAt(k) == at; k++) {
                    if (timeline.stateAt(k) >= leastStates.get(place)) {
                        sink.accept(new Leader(entities.get(place), timeline.stateAt(k)), time - at);
                    }
                }
            }
        }
    }

    private int firstAtOrAfter(long time) {
        int found = Arrays.binarySearch(moments, 0, size, time << PLACE_BITS);
        return found < 0 ? -found - 1 : found;
    }
}
