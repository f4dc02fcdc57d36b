package io.homeiq.simulation.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.simulation.rhythm.Urge;
import java.util.List;

/**
 * Something that people of a home really have the habit of doing.
 *
 * @param id names it within its home
 * @param description in plain words
 * @param owner number of the person who does it, from 0 on
 * @param conditions under which it is done
 * @param acts in order; those of a scene in any order, within seconds
 * @param remote whether it is done by phone, from wherever people are
 * @param missed chance that it is left out on an occasion, 0 to 1
 * @param feeders what people do at no special time, so that there is something to do by habit
 */
public record Habit(
        String id,
        PatternKind kind,
        String description,
        int owner,
        Occasion occasion,
        List<Condition> conditions,
        List<Act> acts,
        boolean remote,
        double missed,
        Course course,
        List<Urge> feeders) {

    public Habit {
        conditions = List.copyOf(conditions);
        acts = List.copyOf(acts);
        feeders = List.copyOf(feeders);
    }

    /** Whether following it once is several changes of the log. */
    public boolean isOfSeveralSteps() {
        return acts.size() > 1;
    }

    Habit with(Course other) {
        return new Habit(id, kind, description, owner, occasion, conditions, acts, remote, missed, other, feeders);
    }

    /** The first thing that is done. */
    Act head() {
        return acts.getFirst();
    }
}
