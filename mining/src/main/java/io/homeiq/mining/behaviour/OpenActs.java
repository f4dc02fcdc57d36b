package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.attribution.Actuators;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** When an entity was set to one state by somebody without an account, so that a machine may be behind it. */
final class OpenActs {

    /** The newest tell enough of how regular they are. */
    static final int MAX_ACTS = 1_000;

    private final EntityId entity;
    private final short state;
    private final Timeline timeline;
    private final int[] indices;

    /** @param indices in the timeline, rising */
    private OpenActs(EntityId entity, short state, Timeline timeline, int[] indices) {
        this.entity = entity;
        this.state = state;
        this.timeline = timeline;
        this.indices = indices;
    }

    /** The newest of an entity, by state; none if people cannot set it. */
    static List<OpenActs> of(EntityId entity, Timeline timeline) {
        if (!Actuators.isActuator(entity)) {
            return List.of();
        }
        Map<Short, IntStream.Builder> byState = new TreeMap<>();
        for (int i = 0; i < timeline.size(); i++) {
            if (timeline.doerAt(i).isOpen() && timeline.stateAt(i) > StateNames.ABSENT) {
                byState.computeIfAbsent(timeline.stateAt(i), state -> IntStream.builder())
                        .add(i);
            }
        }
        List<OpenActs> all = new ArrayList<>();
        byState.forEach((state, indices) -> all.add(
                new OpenActs(entity, state, timeline, newest(indices.build().toArray()))));
        return all;
    }

    private static int[] newest(int[] indices) {
        return Arrays.copyOfRange(indices, Math.max(0, indices.length - MAX_ACTS), indices.length);
    }

    EntityId entity() {
        return entity;
    }

    short state() {
        return state;
    }

    Timeline timeline() {
        return timeline;
    }

    /** Where they stand in the timeline, rising; not to be changed. */
    int[] indices() {
        return indices;
    }

    int size() {
        return indices.length;
    }

    long timeOf(int act) {
        return timeline.timeAt(indices[act]);
    }
}
