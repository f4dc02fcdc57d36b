package io.homeiq.simulation.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.house.Role;
import io.homeiq.simulation.house.Signals;
import io.homeiq.simulation.traits.Dweller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Moments of people's days, by what tells of them: the first one home, the last one gone, bedtime and waking up. */
final class PeopleOccasions {

    private static final double REST_SECONDS = 600;
    private static final double HALF = 0.5;

    private PeopleOccasions() {}

    static Occasion firstHome(Draft draft) {
        Trigger trigger = draft.furniture().has(Signals.ANYONE)
                ? StateTrigger.of(Signals.ANYONE, "off", "on")
                : new NumericStateTrigger(List.of(Signals.ZONE), null, HALF, null, Duration.ZERO);
        // Whoever comes home first opens the door seconds before.
        List<EntityId> signals = places(draft);
        draft.furniture().entrance().map(Fixture::id).ifPresent(signals::add);
        return new Occasion.OnTrigger(trigger, signals, 0, REST_SECONDS);
    }

    static Occasion lastAway(Draft draft) {
        Trigger trigger = draft.furniture().has(Signals.ANYONE)
                ? StateTrigger.of(Signals.ANYONE, "on", "off")
                : new NumericStateTrigger(List.of(Signals.ZONE), null, null, HALF, Duration.ZERO);
        return new Occasion.OnTrigger(trigger, places(draft), 0, REST_SECONDS);
    }

    private static List<EntityId> places(Draft draft) {
        List<EntityId> places = new ArrayList<>(List.of(Signals.ANYONE, Signals.ZONE));
        for (Dweller person : draft.traits().people()) {
            Resident resident = person.resident();
            places.addAll(List.of(resident.person(), resident.phone(), resident.wifi()));
        }
        return places;
    }

    static Occasion bedtime(Draft draft, int who) {
        return new Occasion.OnTrigger(charging(draft, who, "off", "on"), beds(draft), 0, REST_SECONDS);
    }

    static Occasion waking(Draft draft, int who) {
        return new Occasion.OnTrigger(charging(draft, who, "on", "off"), beds(draft), 0, REST_SECONDS);
    }

    private static Trigger charging(Draft draft, int who, String from, String to) {
        EntityId charging = Signals.charging(draft.traits().people().get(who).resident());
        return StateTrigger.of(charging, from, to);
    }

    private static List<EntityId> beds(Draft draft) {
        return draft.furniture().all(Role.BED).stream().map(bed -> bed.id()).toList();
    }
}
