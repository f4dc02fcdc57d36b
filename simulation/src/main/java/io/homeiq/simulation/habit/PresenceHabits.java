package io.homeiq.simulation.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Role;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Habits hung on people's days: the first one home, the last one gone, bedtime and waking up. */
final class PresenceHabits {

    private static final Condition EVENING = new TimeCondition(LocalTime.of(20, 0), LocalTime.of(4, 0), Set.of());
    private static final Condition MORNING = new TimeCondition(LocalTime.of(4, 0), LocalTime.of(13, 0), Set.of());

    private final Draft draft;
    private final Chance chance;

    PresenceHabits(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    Optional<Habit> draw() {
        int kind = draft.traits().trackers() ? chance.below(4) : 2 + chance.below(2);
        return switch (kind) {
            case 0 -> firstHome();
            case 1 -> lastAway();
            case 2 -> bedtime();
            default -> waking();
        };
    }

    private Optional<Habit> firstHome() {
        return draft.stock()
                .take(Role.LAMP, Role.SPEAKER, Role.HEATER, Role.SHUTTER, Role.READING_LAMP)
                .map(thing -> habit(
                        draft.anybody(),
                        PeopleOccasions.firstHome(draft),
                        List.of(),
                        Deeds.use(thing, chance).within(20, chance.between(50, 160))));
    }

    private Optional<Habit> lastAway() {
        return draft.stock()
                .take(Role.LAMP, Role.SPEAKER, Role.HEATER, Role.TV, Role.LOCK, Role.SOCKET)
                .map(thing -> Draft.fed(
                        Draft.remote(habit(
                                draft.anybody(),
                                PeopleOccasions.lastAway(draft),
                                List.of(),
                                Deeds.end(thing).within(15, chance.between(60, 200)))),
                        List.of(Deeds.begin(thing, 16, 5, 14))));
    }

    private Optional<Habit> bedtime() {
        int owner = draft.anybody();
        return draft.stock()
                .take(Role.LAMP, Role.LOCK, Role.SPEAKER, Role.SHUTTER, Role.TV)
                .map(thing -> {
                    boolean closes = thing.role() == Role.SHUTTER;
                    Act act = closes ? Deeds.use(thing, chance) : Deeds.end(thing);
                    Habit habit = habit(owner, PeopleOccasions.bedtime(draft, owner), List.of(EVENING), soon(act));
                    return closes ? habit : Draft.fed(habit, List.of(Deeds.begin(thing, 3, 14, 8)));
                });
    }

    private Optional<Habit> waking() {
        int owner = draft.anybody();
        return draft.stock()
                .take(Role.COFFEE, Role.SHUTTER, Role.SPEAKER, Role.HEATER, Role.READING_LAMP)
                .map(thing -> {
                    boolean opens = thing.role() == Role.SHUTTER;
                    Act act = opens ? Deeds.end(thing) : Deeds.use(thing, chance);
                    Habit habit = habit(owner, PeopleOccasions.waking(draft, owner), List.of(MORNING), soon(act));
                    return opens ? Draft.fed(habit, List.of(Deeds.begin(thing, 3, 15, 8))) : habit;
                });
    }

    private Act soon(Act act) {
        return act.within(15, chance.between(40, 180));
    }

    private Habit habit(int owner, Occasion occasion, List<Condition> conditions, Act act) {
        return draft.habit(PatternKind.PRESENCE, owner, occasion, conditions, List.of(act));
    }
}
