package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.mining.Diary;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Attributor;
import io.homeiq.mining.timeline.Household;
import java.util.ArrayList;
import java.util.List;

/** Tells who did what a diary says, first by each event and then by all of them. */
final class TwoLooks {

    static final Location AMSTERDAM = new Location(52.1, 5.1);

    private TwoLooks() {}

    /** What is told of each change of a thing that people set. */
    static List<Attribution> at(Diary diary, Automation... automations) {
        HomeRegistry registry = HomeRegistry.EMPTY.withConfig(new HomeConfig("Test", Diary.ZONE, AMSTERDAM));
        Attributor attributor = new Attributor(registry);
        Household home = new Household(registry);
        List<HomeEvent> events = diary.events();
        List<Attribution> first = new ArrayList<>();
        for (HomeEvent event : events) {
            Attribution attribution = attributor.accept(event);
            home.note((StateChange) event, attribution);
            first.add(attribution);
        }
        MachineActs machines = SecondLook.at(home, List.of(automations));
        List<Attribution> told = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            StateChange change = (StateChange) events.get(i);
            if (!change.entityId().domain().equals("binary_sensor")) {
                told.add(machines.of(change, first.get(i)));
            }
        }
        return told;
    }
}
