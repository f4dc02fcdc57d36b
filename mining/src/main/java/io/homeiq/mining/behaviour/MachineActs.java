package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A second look at who did what: machines found by their regularity, and the changes that these explain. It follows
 * from the timelines of a home and nothing else. Bounded by entities.
 */
public final class MachineActs {

    private final Household home;
    private final Map<EntityId, Map<Short, List<Regularity>>> regularities = new HashMap<>();

    MachineActs(Household home, List<Regularity> found) {
        this.home = home;
        for (Regularity regularity : found) {
            regularities
                    .computeIfAbsent(regularity.entity(), entity -> new HashMap<>())
                    .merge(regularity.state(), List.of(regularity), MachineActs::both);
        }
    }

    private static List<Regularity> both(List<Regularity> one, List<Regularity> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** What is to be told of a change after the second look: the first opinion, unless a machine explains it. */
    public Attribution of(StateChange change, Attribution first) {
        String after = change.after();
        boolean open = first.act() && first.person() == null && change.isStateChanged();
        if (after == null || !open || !regularities.containsKey(change.entityId())) {
            return first;
        }
        short state = home.states().codeOf(after);
        return explanation(change.entityId(), state, change.time().toEpochMilli())
                .orElse(first);
    }

    private Optional<Attribution> explanation(EntityId entity, short state, long time) {
        return regularities.getOrDefault(entity, Map.of()).getOrDefault(state, List.of()).stream()
                .filter(regularity -> regularity.explains(home, time))
                .findFirst()
                .map(Regularity::cause);
    }

    /** Tells the timelines of the home whose doing each open act is. */
    public void apply() {
        home.timelines().keySet().forEach(this::apply);
        home.countLivedDays();
    }

    /** As {@link #apply()}, for one entity. */
    public void apply(EntityId entity) {
        Timeline timeline = home.timeline(entity).orElse(null);
        for (int i = 0; timeline != null && i < timeline.size(); i++) {
            if (timeline.doerAt(i).isOpen()) {
                timeline.judge(
                        i,
                        explanation(entity, timeline.stateAt(i), timeline.timeAt(i))
                                .isPresent());
            }
        }
    }
}
