package io.homeiq.simulation.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Calls;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.house.Role;
import io.homeiq.simulation.house.Signals;
import io.homeiq.simulation.rhythm.Urge;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Habits on something that happens: motion, a door, a device, a person; some only in the dark, on workdays or at a
 * number.
 */
final class TriggerHabits {

    private static final double IN_THE_DARK = 0.35;
    private static final double AT_A_NUMBER = 0.15;
    private static final double ON_WORKDAYS = 0.15;
    private static final double SLOW = 0.25;
    private static final double DIM_LUX = 60;

    private final Draft draft;
    private final Chance chance;

    TriggerHabits(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    Optional<Habit> draw() {
        int kind = chance.below(4);
        for (int i = 0; i < 4; i++) {
            Optional<Habit> habit = switch ((kind + i) % 4) {
                case 0 -> onMotion();
                case 1 -> onDoor();
                case 2 -> onDevice();
                default -> onArrival();
            };
            if (habit.isPresent()) {
                return habit;
            }
        }
        return Optional.empty();
    }

    private Optional<Habit> onMotion() {
        return eye(Role.MOTION)
                .flatMap(motion -> draft.stock()
                        .takeIn(motion.room(), Role.LAMP, Role.READING_LAMP, Role.FAN)
                        .map(thing -> habit(
                                motion.id(),
                                "off",
                                "on",
                                Deeds.use(thing, chance).within(3, chance.between(8, 20)))));
    }

    private Optional<Habit> onDoor() {
        return eye(Role.DOOR)
                .flatMap(door -> draft.stock()
                        .takeIn(door.room(), Role.LAMP, Role.SOCKET, Role.SPEAKER)
                        .map(thing -> habit(
                                door.id(), "off", "on", Deeds.use(thing, chance).within(2, chance.between(6, 25)))));
    }

    private Optional<Fixture> eye(Role role) {
        List<Fixture> eyes = draft.furniture().all(role);
        return eyes.isEmpty() ? Optional.empty() : Optional.of(chance.of(eyes));
    }

    /** A device that people use at no special time, and another one that goes with it. */
    private Optional<Habit> onDevice() {
        Optional<Fixture> device = draft.stock().take(Role.TV, Role.COFFEE, Role.KETTLE);
        return device.flatMap(used -> {
            Optional<Fixture> thing =
                    draft.stock().take(Role.READING_LAMP, Role.SHUTTER, Role.SPEAKER, Role.SOCKET, Role.LAMP);
            thing.ifPresentOrElse(ignored -> {}, () -> draft.stock().giveBack(used));
            return thing.map(other -> {
                int from = used.role() == Role.TV ? 15 : 7;
                String id = used.id().value();
                Urge use = Urge.lasting(Calls.on(id), Calls.off(id), 1.3, from, used.role() == Role.TV ? 100 : 20);
                double patience = chance.happens(SLOW) ? chance.between(240, 540) : chance.between(10, 60);
                Act act = Deeds.use(other, chance).within(patience, 1.5 * patience + 20);
                return Draft.fed(habit(used.id(), "off", "on", act), List.of(use));
            });
        });
    }

    private Optional<Habit> onArrival() {
        if (!draft.traits().trackers()) {
            return Optional.empty();
        }
        Resident who = draft.traits().people().get(draft.anybody()).resident();
        return draft.stock().take(Role.LAMP, Role.SPEAKER, Role.HEATER, Role.TV).map(thing -> {
            Act act = Deeds.use(thing, chance).within(20, chance.between(60, 150));
            return habit(who.person(), "not_home", "home", act);
        });
    }

    private Habit habit(EntityId trigger, String from, String to, Act act) {
        Occasion occasion = new Occasion.OnTrigger(StateTrigger.of(trigger, from, to), signals(trigger), 0, 60);
        // People come home too seldom for a condition that holds on few of these times.
        List<Condition> conditions = trigger.domain().equals("person") ? List.of() : conditions(act.entity());
        return draft.habit(PatternKind.TRIGGER_ACTION, draft.anybody(), occasion, conditions, List.of(act));
    }

    /** Whoever is a person shows by phone as well, and alone also in the zone. */
    private List<EntityId> signals(EntityId trigger) {
        Stream<EntityId> alone =
                draft.traits().people().size() == 1 ? Stream.of(Signals.ANYONE, Signals.ZONE) : Stream.empty();
        return draft.traits().people().stream()
                .map(person -> person.resident())
                .filter(resident -> resident.person().equals(trigger))
                .flatMap(resident -> Stream.of(
                                Stream.of(resident.phone(), resident.wifi()),
                                alone,
                                draft.furniture().entrance().map(Fixture::id).stream())
                        .flatMap(each -> each))
                .toList();
    }

    private List<Condition> conditions(EntityId thing) {
        double kind = chance.share();
        if (kind < IN_THE_DARK && thing.domain().equals("light")) {
            return List.of(new SunCondition(SunEvent.SUNSET, SunEvent.SUNRISE, Duration.ZERO, Duration.ZERO));
        }
        if (kind < IN_THE_DARK + AT_A_NUMBER && draft.furniture().has(Signals.DAYLIGHT)) {
            return List.of(new NumericStateCondition(List.of(Signals.DAYLIGHT), null, null, DIM_LUX));
        }
        if (kind < IN_THE_DARK + AT_A_NUMBER + ON_WORKDAYS) {
            return List.of(TimeCondition.on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
        }
        return kind > 0.9 && draft.furniture().has(Signals.ANYONE)
                ? List.of(StateCondition.of(Signals.ANYONE, "on"))
                : List.of();
    }
}
