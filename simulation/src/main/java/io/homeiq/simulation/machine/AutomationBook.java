package io.homeiq.simulation.machine;

import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Calls;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Furniture;
import io.homeiq.simulation.house.Role;
import io.homeiq.simulation.house.Stock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Draws the automations that the people of a home have set up: by the clock, the sun, a state or a number. */
public final class AutomationBook {

    private static final long FIRST_ID = 1_700_000_100_001L;

    private final Furniture furniture;
    private final Chance home;
    private final Chance chance;
    private final List<Automation> all = new ArrayList<>();

    private AutomationBook(Furniture furniture, Chance home) {
        this.furniture = furniture;
        this.home = home;
        this.chance = home.fork("automations");
    }

    /** At most so many, for things that are left. */
    public static List<Automation> draw(int count, Furniture furniture, Stock stock, Chance home) {
        AutomationBook book = new AutomationBook(furniture, home);
        for (int i = 0; i < count; i++) {
            stock.take(fixture -> fixture.role().isSet() && fixture.role() != Role.LOCK)
                    .ifPresent(book::add);
        }
        return List.copyOf(book.all);
    }

    private void add(Fixture thing) {
        String id = thing.id().value();
        boolean shutter = thing.role() == Role.SHUTTER;
        Action on = shutter ? Calls.call("close_cover", id) : Calls.on(id);
        Action off = shutter ? Calls.call("open_cover", id) : Calls.off(id);
        Delay lasting = new Delay(Duration.ofMinutes(2 + chance.below(20)));
        switch (chance.below(4)) {
            case 0 -> {
                int minute = 360 + 5 * chance.below(200);
                add("on", thing, time(minute), on);
                add("off", thing, time(minute + 60 + chance.below(5) * 30), off);
            }
            case 1 -> {
                Duration offset = Duration.ofMinutes(5L * (chance.below(9) - 3));
                add("at dusk", thing, new SunTrigger(SunEvent.SUNSET, offset), on);
                add("late", thing, time(1_350 + chance.below(60)), off);
            }
            case 2 -> answer(thing, on, lasting, off);
            default -> measure(thing, on, lasting, off);
        }
    }

    private static Trigger time(int minute) {
        return TimeTrigger.at(LocalTime.of(minute / 60 % 24, minute % 60));
    }

    private void answer(Fixture thing, Action on, Delay lasting, Action off) {
        List<Fixture> eyes = furniture.fixtures().stream()
                .filter(fixture -> fixture.role() == Role.MOTION || fixture.role() == Role.DOOR)
                .toList();
        if (!eyes.isEmpty()) {
            Trigger seen = StateTrigger.of(chance.of(eyes).id(), "off", "on");
            add("with somebody there", thing, seen, on, lasting, off);
        }
    }

    private void measure(Fixture thing, Action on, Delay lasting, Action off) {
        List<Fixture> meters = furniture.all(Role.TEMPERATURE);
        if (!meters.isEmpty()) {
            Fixture meter = chance.of(meters);
            SensorCurve curve = SensorCurve.of(meter, home);
            double above = Math.round(10 * (curve.mean() + 0.5 * curve.swing())) / 10.0;
            Trigger warm = new NumericStateTrigger(List.of(meter.id()), null, above, null, Duration.ZERO);
            add("when it is warm", thing, warm, on, lasting, off);
        }
    }

    private void add(String occasion, Fixture thing, Trigger trigger, Action... actions) {
        String alias = furniture.nameOf(thing.id()) + " " + occasion + " " + (all.size() + 1);
        all.add(new Automation(
                String.valueOf(FIRST_ID + all.size()),
                alias,
                "",
                new Rule(List.of(trigger), List.<Condition>of(), List.of(actions)),
                RunMode.RESTART,
                Verbatim.EMPTY));
    }
}
