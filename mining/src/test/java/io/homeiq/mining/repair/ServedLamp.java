package io.homeiq.mining.repair;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Attributor;
import io.homeiq.mining.timeline.Household;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A lamp that an automation switches on at seven in the evening, UTC, and people who live with that. */
final class ServedLamp {

    static final EntityId LAMP = new EntityId("light.hall");
    static final EntityId OTHER = new EntityId("switch.kettle");
    static final EntityId AUTOMATION = new EntityId("automation.hall_light");
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final Instant SINCE = at(0, "00:00");
    static final Rule RULE = new Rule(
            List.of(TimeTrigger.at(LocalTime.of(19, 0))), List.of(), List.of(CallService.of("light", "turn_on", LAMP)));

    final Household household = new Household(HomeRegistry.EMPTY);
    final WorkLog works = new WorkLog(AUTOMATION);
    final List<Undo> undone = new ArrayList<>();
    private final Attributor attributor = new Attributor(HomeRegistry.EMPTY);
    private int contexts;

    static Instant at(int day, String time) {
        return MONDAY.plusDays(day).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    /** It acts, and people let it be until the night. */
    void kept(int day) {
        acts(day);
        byHand(LAMP, "on", "off", at(day, "22:30"));
    }

    /** It acts, and somebody undoes it two minutes later. */
    void undone(int day) {
        acts(day);
        byHand(LAMP, "on", "off", at(day, "19:02"));
        // Somebody lives here, whatever the lamp does.
        byHand(OTHER, "off", "on", at(day, "21:30"));
        byHand(OTHER, "on", "off", at(day, "21:40"));
    }

    /** It acts in vain, for it was switched on by hand before. */
    void tooLate(int day, String byHand) {
        byHand(LAMP, "off", "on", at(day, byHand));
        runs(day);
        byHand(LAMP, "on", "off", at(day, "22:30"));
    }

    void acts(int day) {
        Context run = runs(day);
        hear(new StateChange(
                LAMP, "off", "on", Attributes.NONE, at(day, "19:00").plusMillis(200), run));
    }

    private Context runs(int day) {
        Context run = context();
        hear(new AutomationTriggered(AUTOMATION, "time", at(day, "19:00"), run));
        return run;
    }

    void byHand(EntityId entity, String before, String after, Instant time) {
        hear(new StateChange(entity, before, after, Attributes.NONE, time, context()));
    }

    private Context context() {
        contexts++;
        return new Context("context" + contexts, null, null);
    }

    private void hear(HomeEvent event) {
        Attribution who = attributor.accept(event);
        works.accept(event, who).ifPresent(undone::add);
        if (event instanceof StateChange change) {
            household.note(change, who);
        }
    }

    Verdict verdict() {
        return new RepairSearch(household).judge(RULE, works.works(), SINCE.toEpochMilli());
    }

    static Duration later(Rule rule) {
        TimeTrigger trigger = (TimeTrigger) rule.triggers().getFirst();
        return Duration.between(LocalTime.of(19, 0), trigger.at().getFirst());
    }
}
