package io.homeiq.simulation;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Verbatim;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What happens in the sample home without anybody: automations, devices with schedules of their own, chatty sensors. */
final class Machines {

    private static final EntityId SHUTTER_OPENS = new EntityId("automation.shutter_opens_in_the_morning");
    private static final EntityId GARDEN_AT_DUSK = new EntityId("automation.garden_spot_at_dusk");
    private static final EntityId NIGHT_LIGHT = new EntityId("automation.night_light_in_the_kitchen");
    private static final EntityId MOVIE = new EntityId("scene.movie");
    private static final Attributes MEASURED = Attributes.NONE;

    private final SimulationSettings settings;

    Machines(SimulationSettings settings) {
        this.settings = settings;
    }

    static List<Automation> automations() {
        return List.of(
                automation(
                        "1700000000001",
                        "Shutter opens in the morning",
                        new Rule(
                                List.of(TimeTrigger.at(LocalTime.of(7, 30))),
                                List.of(),
                                List.of(CallService.of("cover", "open_cover", new EntityId("cover.bedroom_shutter"))))),
                automation(
                        "1700000000002",
                        "Garden spot at dusk",
                        new Rule(
                                List.of(new SunTrigger(SunEvent.SUNSET, Duration.ZERO)),
                                List.of(),
                                List.of(CallService.of("switch", "turn_on", new EntityId("switch.garden_spot"))))),
                automation(
                        "1700000000003",
                        "Night light in the kitchen",
                        new Rule(
                                List.of(StateTrigger.of(new EntityId("binary_sensor.kitchen_motion"), "off", "on")),
                                List.of(new TimeCondition(LocalTime.of(21, 0), LocalTime.of(23, 30), Set.of())),
                                List.of(CallService.of("light", "turn_on", new EntityId("light.kitchen"))))));
    }

    private static Automation automation(String id, String alias, Rule rule) {
        return new Automation(id, alias, "", rule, RunMode.SINGLE, Verbatim.EMPTY);
    }

    /** Everything of a day; what answers people's steps is among it. */
    List<Step> on(DayClock day, List<Step> people) {
        List<Step> steps = new ArrayList<>();
        Step.Actor shutter = new Step.Actor.Automation(SHUTTER_OPENS);
        steps.add(Step.of(day.at(LocalTime.of(7, 30)) + 40, "cover.bedroom_shutter", "opening", shutter));
        steps.add(Step.of(day.at(LocalTime.of(7, 30)) + 26_000, "cover.bedroom_shutter", "open", Step.DEVICE));
        steps.add(Step.of(day.at(LocalTime.of(21, 0)) + 40, "cover.bedroom_shutter", "closed", Step.DEVICE));
        long dusk = day.at(LocalTime.of(17, 0)) + day.number() * 90_000L;
        steps.add(Step.of(dusk, "switch.garden_spot", "on", new Step.Actor.Automation(GARDEN_AT_DUSK)));
        steps.add(Step.of(dusk + 30, "light.garden_spot", "on", Step.DEVICE));
        steps.add(Step.of(day.at(LocalTime.of(23, 0)), "switch.garden_spot", "off", Step.DEVICE));
        steps.add(Step.of(day.at(LocalTime.of(8, 0)) + 120, "switch.fountain", "on", Step.DEVICE));
        steps.add(Step.of(day.at(LocalTime.of(20, 0)) + 120, "switch.fountain", "off", Step.DEVICE));
        answer(day, people, steps);
        movie(day, steps);
        chatter(day, steps);
        measure(day, steps);
        return steps;
    }

    /** The kitchen's night light, and the group that follows its members. */
    private void answer(DayClock day, List<Step> people, List<Step> steps) {
        for (Step step : people) {
            int hour = day.clockAt(step.time()).getHour();
            boolean kitchen = step.entity().value().equals("binary_sensor.kitchen_motion");
            if (kitchen && step.state().equals("on") && hour >= 21 && hour < 23) {
                Step.Actor actor = new Step.Actor.Automation(NIGHT_LIGHT);
                steps.add(Step.of(step.time() + 60, "light.kitchen", "on", actor));
                steps.add(Step.of(step.time() + 600_000, "light.kitchen", "off", actor));
            }
            if (step.entity().value().equals("light.floor_lamp")) {
                steps.add(Step.of(step.time() + 5, "light.living_group", step.state(), Step.DEVICE));
            }
        }
    }

    private static void movie(DayClock day, List<Step> steps) {
        if (day.chance(0.1) && !People.isAway(day.number())) {
            long time = day.within(20, 2);
            Step.Actor scene = new Step.Actor.Scene(MOVIE, House.BEN);
            steps.add(Step.of(time, "light.living_room", "off", scene));
            steps.add(Step.of(time, "light.desk", "off", scene));
        }
    }

    private static void chatter(DayClock day, List<Step> steps) {
        for (long time = day.start(); time < day.end(); time += day.random().nextInt(200_000, 600_000)) {
            steps.add(Step.of(time, "binary_sensor.street_motion", "on", Step.DEVICE));
            steps.add(Step.of(time + 30_000, "binary_sensor.street_motion", "off", Step.DEVICE));
        }
    }

    private void measure(DayClock day, List<Step> steps) {
        long interval = settings.sensorSeconds() * 1000L;
        for (int i = 0; i < settings.sensors(); i++) {
            EntityId sensor = House.sensor(i);
            long offset = day.random().nextLong(interval);
            for (long time = day.start() + offset; time < day.end(); time += interval) {
                String value = String.valueOf((180 + i % 7 * 5 + day.random().nextInt(30)) / 10.0);
                steps.add(new Step(time, sensor, value, MEASURED, Step.DEVICE, null));
            }
        }
    }
}
