package io.homeiq.simulation.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Change;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Micros;
import io.homeiq.simulation.engine.Noise;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.machine.Conditions;
import io.homeiq.simulation.rhythm.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Has people follow one habit: mostly, not to the second, and not when they are away, ill or have guests. */
public final class HabitLife implements Part {

    private static final double STEP_LEFT_OUT = 0.03;
    private static final double PATIENCE_MINUTES = 45;
    private static final double SPREAD_OF_USE = 0.7;

    private final Habit habit;
    private final Stage stage;
    private final World world;
    private final Noise noise;
    private final Chance chance;
    private int today;
    private long restUntil = Long.MIN_VALUE;
    private long changedAt = Long.MIN_VALUE;

    public HabitLife(Habit habit, Stage stage, Noise noise, Chance chance) {
        this.habit = habit;
        this.stage = stage;
        this.world = stage.world();
        this.noise = noise;
        this.chance = chance.fork(habit.id());
        if (habit.occasion() instanceof Occasion.OnTrigger on) {
            listen(on);
        }
    }

    private void listen(Occasion.OnTrigger on) {
        switch (on.trigger()) {
            case StateTrigger state ->
                state.entities()
                        .forEach(entity -> world.watch(entity, change -> {
                            if (change.isReal()
                                    && (state.from().isEmpty() || state.from().contains(change.before()))
                                    && state.to().contains(change.after())) {
                                happened(on, entity, state.holdFor().toMillis() * Micros.MILLISECOND);
                            }
                        }));
            case NumericStateTrigger number ->
                number.entities()
                        .forEach(entity -> world.watch(entity, change -> {
                            if (isCrossing(number, change)) {
                                happened(on, entity, 0);
                            }
                        }));
            default -> throw new IllegalArgumentException("people cannot answer " + on.trigger());
        }
    }

    private static boolean isCrossing(NumericStateTrigger trigger, Change change) {
        return change.isReal() && !isWithin(trigger, change.before()) && isWithin(trigger, change.after());
    }

    private static boolean isWithin(NumericStateTrigger trigger, String state) {
        double value = Double.parseDouble(state);
        return (trigger.above() == null || value > trigger.above())
                && (trigger.below() == null || value < trigger.below());
    }

    private void happened(Occasion.OnTrigger on, EntityId entity, long holdFor) {
        if (holdFor == 0) {
            answer(on);
            return;
        }
        String state = world.state(entity);
        long since = world.now();
        changedAt = since;
        long lasts = (long) (holdFor * Math.max(0.2, 1 + on.spread() * noise.draw(chance)));
        world.after(lasts, () -> {
            if (world.is(entity, state) && changedAt == since) {
                answer(on);
            }
        });
    }

    private void answer(Occasion.OnTrigger on) {
        boolean rested = world.now() >= restUntil;
        if (rested && holds() && !chance.happens(habit.course().missedOn(today, habit.missed()))) {
            restUntil = world.now() + (long) (on.rest() * Micros.SECOND);
            perform();
        }
    }

    @Override
    public void plan(Day day) {
        today = day.number();
        switch (habit.occasion()) {
            case Occasion.AtClock clock -> {
                if (clock.weekdays().contains(day.weekday())) {
                    int minute = clock.minuteOfDay() + habit.course().shiftOn(today);
                    once(day.minute(minute), clock.spread());
                }
            }
            case Occasion.AtSun sun -> {
                long event = sun.event() == SunEvent.SUNSET
                        ? day.sun().set()
                        : day.sun().rise();
                long later = habit.course().shiftOn(today) * Micros.MINUTE;
                once(event + sun.offset().toMillis() * Micros.MILLISECOND + later, sun.spread());
            }
            case Occasion.AtWhim whim -> {
                double rate = whim.perDay() / whim.hours();
                for (double hour = wait(rate); hour < whim.hours(); hour += wait(rate)) {
                    once(day.minute(whim.fromHour() * 60) + (long) (hour * Micros.HOUR), 0);
                }
            }
            case Occasion.OnTrigger ignored -> {}
        }
    }

    private boolean holds() {
        return Stream.concat(habit.conditions().stream(), habit.course().conditionsOn(today).stream())
                .allMatch(condition -> Conditions.hold(condition, world));
    }

    private double wait(double perHour) {
        return -StrictMath.log(1 - chance.share()) / perHour;
    }

    private void once(long time, double spreadMinutes) {
        long off = (long) (noise.draw(chance) * spreadMinutes * Micros.MINUTE);
        if (!chance.happens(habit.course().missedOn(today, habit.missed()))) {
            world.at(time + off, () -> {
                if (holds()) {
                    perform();
                }
            });
        }
    }

    private void perform() {
        List<Act> acts = new ArrayList<>(habit.acts());
        if (habit.kind() == PatternKind.SCENE) {
            for (int i = acts.size() - 1; i > 0; i--) {
                acts.add(acts.remove(chance.below(i + 1)));
            }
        }
        boolean waits = habit.occasion() instanceof Occasion.OnTrigger;
        long at = waits ? habit.course().shiftOn(today) * Micros.MINUTE : 0;
        for (Act act : acts) {
            at += chance.seconds(act.leastSeconds(), act.mostSeconds());
            boolean leftOut = acts.size() > 1 && chance.happens(STEP_LEFT_OUT);
            if (!leftOut) {
                world.after(at, () -> who().ifPresent(who -> act(who, act)));
            }
        }
    }

    /** Whoever does it now: the owner, or another one who is about; nobody on days like no other. */
    private Optional<Resident> who() {
        if (!stage.occupants().isUsual(habit.owner())) {
            return Optional.empty();
        }
        Resident owner = stage.occupants().residents().get(habit.owner());
        if (habit.remote() || stage.occupants().isUp(habit.owner())) {
            return Optional.of(owner);
        }
        boolean byAnyone = habit.occasion() instanceof Occasion.OnTrigger;
        return byAnyone ? stage.occupants().someoneHome() : Optional.empty();
    }

    private void act(Resident who, Act act) {
        if (habit.remote()) {
            stage.hands().fromAfar(who, act.call(), habit.id());
        } else {
            stage.hands().act(who, act.call(), habit.id());
        }
        if (act.undo() != null) {
            double minutes = act.usualMinutes() * StrictMath.exp(SPREAD_OF_USE * Noise.NORMAL.draw(chance));
            undo(act, (long) (Math.max(1, minutes) * Micros.MINUTE));
        }
    }

    private void undo(Act act, long micros) {
        world.after(
                micros,
                () -> stage.occupants()
                        .someoneHome()
                        .ifPresentOrElse(
                                who -> {
                                    if (act.undo() != null) {
                                        stage.hands().act(who, act.undo(), null);
                                    }
                                },
                                () -> undo(act, chance.minutes(1, PATIENCE_MINUTES))));
    }
}
