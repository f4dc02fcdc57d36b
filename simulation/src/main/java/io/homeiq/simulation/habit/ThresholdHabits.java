package io.homeiq.simulation.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Role;
import io.homeiq.simulation.house.Signals;
import io.homeiq.simulation.machine.SensorCurve;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Habits on a number: too warm, too cold, too damp, too dark, or a machine that has begun or finished. */
final class ThresholdHabits {

    private static final double REST_SECONDS = 2_400;
    private static final double STEAM = 12;
    private static final double RUNNING_WATTS = 100;

    private final Draft draft;
    private final Chance home;
    private final Chance chance;

    /**
     * Draws such habits.
     *
     * @param home from which the sensors' curves are drawn as well
     */
    ThresholdHabits(Draft draft, Chance home) {
        this.draft = draft;
        this.home = home;
        this.chance = draft.chance();
    }

    Optional<Habit> draw() {
        int kind = chance.below(4);
        for (int i = 0; i < 4; i++) {
            Optional<Habit> habit = switch ((kind + i) % 4) {
                case 0 -> damp();
                case 1 -> warmOrCold();
                case 2 -> dark();
                default -> power();
            };
            if (habit.isPresent()) {
                return habit;
            }
        }
        return Optional.empty();
    }

    private Optional<Fixture> meter(Role role) {
        List<Fixture> meters = draft.furniture().all(role);
        return meters.isEmpty() ? Optional.empty() : Optional.of(chance.of(meters));
    }

    private Optional<Habit> damp() {
        return meter(Role.HUMIDITY)
                .flatMap(meter -> draft.stock()
                        .takeNear(meter.room(), Role.FAN, Role.SOCKET)
                        .map(fan -> {
                            double above =
                                    Math.round(SensorCurve.of(meter, home).mean() + STEAM);
                            return habit(meter.id(), above, null, Deeds.use(fan, chance));
                        }));
    }

    private Optional<Habit> warmOrCold() {
        boolean warm = chance.happens(0.5);
        return meter(Role.TEMPERATURE)
                .flatMap(meter -> draft.stock()
                        .takeNear(
                                meter.room(),
                                warm ? new Role[] {Role.FAN, Role.SHUTTER} : new Role[] {Role.HEATER, Role.SOCKET})
                        .map(thing -> {
                            SensorCurve curve = SensorCurve.of(meter, home);
                            double limit = curve.mean() + (warm ? 1 : -1) * 0.35 * curve.swing();
                            double rounded = Math.round(limit * 2) / 2.0;
                            Act act = Deeds.use(thing, chance);
                            return warm ? habit(meter.id(), rounded, null, act) : habit(meter.id(), null, rounded, act);
                        }));
    }

    private Optional<Habit> dark() {
        if (!draft.furniture().has(Signals.DAYLIGHT)) {
            return Optional.empty();
        }
        return draft.stock().take(Role.LAMP, Role.READING_LAMP).map(lamp -> {
            double below = 20.0 * (1 + chance.below(6));
            return habit(Signals.DAYLIGHT, null, below, Deeds.use(lamp, chance));
        });
    }

    private Optional<Habit> power() {
        boolean finished = chance.happens(0.6);
        return meter(Role.POWER)
                .flatMap(meter -> draft.stock()
                        .takeNear(meter.room(), Role.SOCKET, Role.FAN, Role.LAMP)
                        .map(thing -> {
                            Act act = Deeds.use(thing, chance);
                            return finished
                                    ? habit(meter.id(), null, RUNNING_WATTS, act)
                                    : habit(meter.id(), RUNNING_WATTS, null, act);
                        }));
    }

    private Habit habit(EntityId meter, @Nullable Double above, @Nullable Double below, Act act) {
        NumericStateTrigger crossing = new NumericStateTrigger(List.of(meter), null, above, below, Duration.ZERO);
        Occasion occasion = new Occasion.OnTrigger(crossing, List.of(), 0, REST_SECONDS);
        Act later = act.within(20, chance.between(60, 280));
        return draft.habit(PatternKind.NUMERIC_THRESHOLD, draft.anybody(), occasion, List.of(), List.of(later));
    }
}
