package io.homeiq.mining.habit.group;

import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.habit.SceneHabit;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the members of a scene that ask for the others. Each that is added makes the rule begin earlier, and makes it
 * begin for nothing whenever that member is set alone.
 */
record SceneTriggers(Household home, DayRange learned) {

    /** So many wanted scenes make up for one that is not wanted. */
    private static final int PATIENCE = 2;

    /** One after the other the member that does the most good, as long as any does. */
    SceneHabit choose(List<Deed> members) {
        List<Deed> chosen = new ArrayList<>();
        int good = Integer.MIN_VALUE;
        boolean better = true;
        while (better) {
            better = false;
            Deed best = members.getFirst();
            for (Deed member : members) {
                int with = chosen.contains(member) ? Integer.MIN_VALUE : good(members, chosen, member);
                if (with > good) {
                    good = with;
                    best = member;
                    better = true;
                }
            }
            if (better) {
                chosen.add(best);
            }
        }
        return new SceneHabit(members, members.stream().filter(chosen::contains).toList());
    }

    private int good(List<Deed> members, List<Deed> chosen, Deed more) {
        List<Deed> triggers = new ArrayList<>(chosen);
        triggers.add(more);
        Replay replay = new SceneHabit(members, triggers).replay(home, learned);
        return replay.hits() - PATIENCE * (replay.opportunities() - replay.hits());
    }
}
