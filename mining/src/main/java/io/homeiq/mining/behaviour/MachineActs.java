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

    /** Acts so long before the look, in milliseconds, are judged anew with those after it: late ones changed them. */
    private static final long LATE_MILLIS = 86_400_000L;

    /** No moment. */
    private static final long NEVER = Long.MAX_VALUE;

    private final Household home;
    private final long lookedAt;
    private final Map<EntityId, Map<Short, List<Regularity>>> regularities = new HashMap<>();

    MachineActs(Household home, List<Regularity> found) {
        this.home = home;
        this.lookedAt = home.days().lastTime();
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

    /**
     * Tells the timelines of the home whose doing each open act is.
     *
     * @return the earliest moment of which they now tell otherwise than before; {@link Long#MAX_VALUE} if of none
     */
    public long apply() {
        long earliest = NEVER;
        for (EntityId entity : home.timelines().keySet()) {
            earliest = Math.min(earliest, apply(entity, Long.MIN_VALUE));
        }
        return Math.min(earliest, home.countLivedDays());
    }

    /** As {@link #apply()}, for what one entity did since the look; the acts before it were told of already. */
    public long apply(EntityId entity) {
        return apply(entity, lookedAt - LATE_MILLIS);
    }

    private long apply(EntityId entity, long since) {
        Timeline timeline = home.timeline(entity).orElse(null);
        Map<Short, List<Regularity>> known = regularities.getOrDefault(entity, Map.of());
        long earliest = NEVER;
        int first = timeline == null ? 0 : timeline.firstAtOrAfter(since);
        for (int i = first; timeline != null && i < timeline.size(); i++) {
            boolean open = timeline.doerAt(i).isOpen();
            long time = timeline.timeAt(i);
            if (open && timeline.judge(i, isExplained(known.getOrDefault(timeline.stateAt(i), List.of()), time))) {
                earliest = Math.min(earliest, time);
            }
        }
        return earliest;
    }

    private boolean isExplained(List<Regularity> by, long time) {
        for (Regularity regularity : by) {
            if (regularity.explains(home, time)) {
                return true;
            }
        }
        return false;
    }
}
