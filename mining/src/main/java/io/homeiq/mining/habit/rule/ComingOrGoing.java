package io.homeiq.mining.habit.rule;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.timeline.SomebodyHome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which way people go when a trigger happens, in whatever form it is written. */
enum ComingOrGoing {
    COMING,
    GOING;

    private static final Set<String> PEOPLE = Set.of("person", "device_tracker", "group", "zone");
    private static final Set<String> ALL = Set.of("group", "zone");
    private static final Set<String> NOBODY = Set.of("not_home", "away", "0");

    /** Empty for what has nothing to do with people's whereabouts. */
    static Optional<ComingOrGoing> of(Trigger trigger) {
        return switch (trigger) {
            case StateTrigger state when isOfPeople(state.entities()) -> of(state);
            case NumericStateTrigger number
            when number.entities().contains(SomebodyHome.ZONE) -> Optional.of(number.above() == null ? GOING : COMING);
            default -> Optional.empty();
        };
    }

    /** Whether it speaks of whoever it may be, and not of one person. */
    static boolean isOfAll(Trigger trigger) {
        return !(trigger instanceof StateTrigger state)
                || state.entities().size() > 1
                || ALL.contains(state.entities().getFirst().domain());
    }

    private static boolean isOfPeople(List<EntityId> entities) {
        return entities.stream().allMatch(entity -> PEOPLE.contains(entity.domain()));
    }

    private static Optional<ComingOrGoing> of(StateTrigger state) {
        if (state.to().contains("home")) {
            return Optional.of(COMING);
        }
        if (state.to().stream().anyMatch(NOBODY::contains) || state.from().contains("home")) {
            return Optional.of(GOING);
        }
        return state.from().stream().anyMatch(NOBODY::contains) ? Optional.of(COMING) : Optional.empty();
    }
}
