package io.homeiq.mining.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.List;

/**
 * People set several things together on an occasion that is known: what leads to one of them leads to all.
 *
 * @param lead the habit of one member
 * @param members by entity, each of another one
 */
public record LedScene(Habit lead, List<Deed> members) implements GroupHabit {

    public LedScene {
        members = List.copyOf(members);
    }

    @Override
    public PatternKind kind() {
        return PatternKind.SCENE;
    }

    @Override
    public Deed deed() {
        return lead.deed();
    }

    @Override
    public Replay replay(Household home, DayRange range) {
        Claims claims = new Claims();
        return lead.replay(home, range).onlyWhere(acted -> holds(home, acted, claims), claims);
    }

    /** Whether the others were set around the act that the lead explains, or were so already. */
    private boolean holds(Household home, long acted, Claims claims) {
        long from = acted - SceneHabit.WITHIN_MILLIS;
        Together together = Together.at(home, members, from, 2 * SceneHabit.WITHIN_MILLIS);
        if (together.isComplete()) {
            together.claim(claims, home, members, from);
        }
        return together.isComplete();
    }
}
