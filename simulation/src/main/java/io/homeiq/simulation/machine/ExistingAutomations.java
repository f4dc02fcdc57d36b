package io.homeiq.simulation.machine;

import static io.homeiq.simulation.house.Calls.call;
import static io.homeiq.simulation.house.Calls.dimmed;
import static io.homeiq.simulation.house.Calls.off;
import static io.homeiq.simulation.house.Calls.on;
import static io.homeiq.simulation.house.Calls.with;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The automations that the people of the home have set up already. */
public final class ExistingAutomations {

    private static final long FIRST_ID = 1_700_000_000_001L;
    private static final double DAMP = 72;
    private static final Duration DUSK = Duration.ofMinutes(15);

    private final List<Automation> all = new ArrayList<>();

    private ExistingAutomations() {}

    public static List<Automation> all() {
        ExistingAutomations automations = new ExistingAutomations();
        automations.byClock();
        automations.byOccasion();
        return List.copyOf(automations.all);
    }

    private void byClock() {
        add("Shutter opens in the morning", at(7, 30), List.of(), call("open_cover", "cover.bedroom_shutter"));
        add("Shutter closes at night", at(21, 0), List.of(), call("close_cover", "cover.bedroom_shutter"));
        add("Garden spot at dusk", new SunTrigger(SunEvent.SUNSET, Duration.ZERO), List.of(), on("switch.garden_spot"));
        add("Porch light at dusk", new SunTrigger(SunEvent.SUNSET, DUSK), List.of(), on("light.porch"));
        add("Aquarium light by day", at(7, 0), List.of(), on("switch.aquarium_light"));
        add("Garden spot off at night", at(23, 0), List.of(), off("switch.garden_spot"));
        add("Heating by day", at(6, 0), List.of(), with("set_temperature", "climate.living_room", "temperature", 20.5));
        add(
                "Heating by night",
                at(22, 30),
                List.of(),
                with("set_temperature", "climate.living_room", "temperature", 17));
        add(
                "Garage door closed for the night",
                at(22, 0),
                List.of(StateCondition.of(new EntityId("cover.garage_door"), "open")),
                call("close_cover", "cover.garage_door"));
    }

    private void byOccasion() {
        add(
                "Night light in the kitchen",
                StateTrigger.of(new EntityId("binary_sensor.kitchen_motion"), "off", "on"),
                List.of(
                        new TimeCondition(LocalTime.of(22, 30), LocalTime.of(5, 30), Set.of()),
                        StateCondition.of(new EntityId("light.kitchen"), "off")),
                dimmed("light.kitchen", 20),
                new Delay(Duration.ofMinutes(10)),
                off("light.kitchen"));
        add(
                "Alarm on when everybody has left",
                StateTrigger.of(new EntityId("binary_sensor.anyone_home"), "on", "off"),
                List.of(),
                call("alarm_arm_away", "alarm_control_panel.house"));
        add(
                "Alarm off when somebody comes home",
                StateTrigger.of(new EntityId("binary_sensor.anyone_home"), "off", "on"),
                List.of(),
                call("alarm_disarm", "alarm_control_panel.house"));
        add(
                "Bathroom fan by humidity",
                new NumericStateTrigger(
                        List.of(new EntityId("sensor.bathroom_humidity")), null, DAMP, null, Duration.ZERO),
                List.of(),
                on("fan.bathroom"),
                new Delay(Duration.ofMinutes(25)),
                off("fan.bathroom"));
    }

    private static Trigger at(int hour, int minute) {
        return TimeTrigger.at(LocalTime.of(hour, minute));
    }

    private void add(String alias, Trigger trigger, List<Condition> conditions, Action... actions) {
        Rule rule = new Rule(List.of(trigger), conditions, List.of(actions));
        String id = String.valueOf(FIRST_ID + all.size());
        all.add(new Automation(id, alias, "", rule, RunMode.RESTART, Verbatim.EMPTY));
    }
}
