package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.mining.timeline.Doer;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Looks through all that is remembered of a home for machines. The same home gives the same machines. */
public final class SecondLook {

    private final Household home;
    private final LeaderSearch leaders;
    private final MembersSearch members;
    private final LaterSearch later;
    private final DuskToDawnSearch daylight;
    private final double grain;
    private final double accounts;

    private SecondLook(Household home) {
        this.home = home;
        this.grain = Grain.of(home);
        this.accounts = accounts(home);
        Moments moments = new Moments(home);
        this.leaders = new LeaderSearch(home, moments, grain);
        this.members = new MembersSearch(home, moments, grain);
        this.later = new LaterSearch(home, grain);
        this.daylight = new DuskToDawnSearch(home);
    }

    private static double accounts(Household home) {
        long accounts = 0;
        long all = 0;
        for (Timeline timeline : home.timelines().values()) {
            for (int i = 0; i < timeline.size(); i++) {
                accounts += timeline.doerAt(i) == Doer.ACCOUNT ? 1 : 0;
                all += timeline.doerAt(i) == Doer.NOBODY ? 0 : 1;
            }
        }
        return all == 0 ? 0 : (double) accounts / all;
    }

    /**
     * The machines of a home as it is now.
     *
     * @param automations what the home's automations do
     */
    public static MachineActs at(Household home, List<Automation> automations) {
        SecondLook look = new SecondLook(home);
        List<Regularity> all = new ArrayList<>(KnownAutomations.of(automations, home, look.grain));
        List<AfterAnother> groups = look.groups();
        all.addAll(groups);
        home.timelines().forEach((entity, timeline) -> all.addAll(look.of(entity, timeline, groups)));
        return new MachineActs(home, all);
    }

    private List<AfterAnother> groups() {
        List<AfterAnother> groups = new ArrayList<>();
        home.timelines()
                .forEach((entity, timeline) ->
                        OpenActs.of(entity, timeline).forEach(deed -> groups.addAll(members.search(deed))));
        return groups;
    }

    private List<Regularity> of(EntityId entity, Timeline timeline, List<AfterAnother> groups) {
        List<OpenActs> deeds = OpenActs.of(entity, timeline);
        List<Regularity> found = new ArrayList<>();
        for (OpenActs deed : deeds) {
            leaders.search(deed).stream()
                    .filter(leader -> groups.stream().noneMatch(group -> isMemberOf(group, leader)))
                    .forEach(found::add);
        }
        List<Regularity> followed = List.copyOf(found);
        for (OpenActs deed : deeds) {
            found.addAll(TimerSearch.search(deed, grain));
            found.addAll(later.search(deed, followed));
            found.addAll(ClockSearch.search(deed, home, grain));
            found.addAll(SunSearch.search(deed, home, grain));
            found.addAll(SelfEndingSearch.search(deed, accounts));
        }
        found.addAll(daylight.search(deeds));
        List<Regularity> sure = List.copyOf(found);
        for (OpenActs deed : deeds) {
            found.addAll(UnbrokenSearch.search(deed, home, index -> isByMachine(sure, timeline, index)));
        }
        return found;
    }

    /** In a log that rounds times, a member seems to follow its group as well. */
    private static boolean isMemberOf(AfterAnother group, Regularity other) {
        return other instanceof AfterAnother member
                && member.leader().entity().equals(group.entity())
                && member.entity().equals(group.leader().entity());
    }

    private boolean isByMachine(List<Regularity> found, Timeline timeline, int index) {
        return found.stream()
                .anyMatch(regularity -> regularity.state() == timeline.stateAt(index)
                        && regularity.explains(home, timeline.timeAt(index)));
    }
}
