package io.homeiq.simulation.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Habits of ending things: after they were on for about so long, or by phone when everybody left with them on. */
final class DurationHabits {

    private static final int[] MINUTES = {8, 12, 20, 30, 45, 60, 90};

    private final Draft draft;
    private final Chance chance;

    DurationHabits(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    Optional<Habit> draw() {
        return draft.traits().trackers() && chance.happens(0.4) ? forgotten() : used();
    }

    private Optional<Habit> used() {
        return draft.stock()
                .take(Role.FAN, Role.HEATER, Role.SOCKET, Role.SPEAKER, Role.LAMP, Role.KETTLE)
                .map(thing -> {
                    Duration usual = Duration.ofMinutes(MINUTES[chance.below(MINUTES.length)]);
                    StateTrigger on = new StateTrigger(List.of(thing.id()), List.of("off"), List.of("on"), usual);
                    Occasion occasion = new Occasion.OnTrigger(on, List.of(), chance.between(0.06, 0.14), 0);
                    Habit habit = draft.habit(
                            PatternKind.DURATION, draft.anybody(), occasion, List.of(), List.of(Deeds.end(thing)));
                    return Draft.fed(habit, List.of(Deeds.beginUntilNoticed(thing, chance.between(1, 1.8), 8, (double)
                            usual.toMinutes())));
                });
    }

    private Optional<Habit> forgotten() {
        return draft.stock()
                .take(Role.LAMP, Role.READING_LAMP, Role.HEATER, Role.SPEAKER, Role.TV)
                .map(thing -> habit(thing));
    }

    private Habit habit(Fixture thing) {
        Act off = Deeds.end(thing).within(120, chance.between(400, 1_100));
        Habit habit = draft.habit(
                PatternKind.DURATION,
                draft.anybody(),
                PeopleOccasions.lastAway(draft),
                List.of(StateCondition.of(thing.id(), "on")),
                List.of(off));
        return Draft.fed(Draft.remote(habit), List.of(Deeds.begin(thing, 3, 5, 13)));
    }
}
