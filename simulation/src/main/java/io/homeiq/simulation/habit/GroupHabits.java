package io.homeiq.simulation.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Habits of several steps at no special time: sequences in order within minutes, scenes in any order within seconds.
 */
final class GroupHabits {

    private static final int LEAST_STEPS = 3;
    private static final int MOST_STEPS = 4;

    private final Draft draft;
    private final Chance chance;

    GroupHabits(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    Optional<Habit> sequence() {
        Role[] roles = {
            Role.COFFEE,
            Role.KETTLE,
            Role.SPEAKER,
            Role.LAMP,
            Role.READING_LAMP,
            Role.SOCKET,
            Role.FAN,
            Role.TV,
            Role.HEATER
        };
        double pace = chance.between(30, 110);
        Occasion occasion = new Occasion.AtWhim(chance.between(0.8, 1.4), 7 + chance.below(10), chance.between(5, 11));
        return several(roles).map(things -> {
            List<Act> acts = new ArrayList<>();
            for (Fixture thing : things) {
                Act use = Deeds.use(thing, chance);
                acts.add(acts.isEmpty() ? use : use.within(0.5 * pace, 1.5 * pace));
            }
            return draft.habit(PatternKind.SEQUENCE, draft.anybody(), occasion, List.of(), acts);
        });
    }

    Optional<Habit> scene() {
        Role[] roles = {Role.LAMP, Role.READING_LAMP, Role.SHUTTER, Role.SPEAKER, Role.TV};
        Occasion occasion = new Occasion.AtWhim(chance.between(0.7, 1.2), 16, 6.5);
        return several(roles).map(things -> {
            List<Act> acts = new ArrayList<>();
            for (Fixture thing : things) {
                acts.add(Deeds.use(thing, chance).within(0.3, 3.5));
            }
            return draft.habit(PatternKind.SCENE, draft.anybody(), occasion, List.of(), acts);
        });
    }

    /** As many things as there should be, or none at all. */
    private Optional<List<Fixture>> several(Role... roles) {
        int wanted = LEAST_STEPS + chance.below(MOST_STEPS - LEAST_STEPS + 1);
        List<Fixture> things = Stream.generate(() -> draft.stock().take(roles))
                .limit(wanted)
                .flatMap(Optional::stream)
                .toList();
        if (things.size() < LEAST_STEPS) {
            things.forEach(draft.stock()::giveBack);
            return Optional.empty();
        }
        return Optional.of(things);
    }
}
