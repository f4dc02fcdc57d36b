package io.homeiq.mining.habit.search;

import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was learned of a home, for as long as it stands. */
public final class Learning {

    private final Household home;
    private @Nullable LearnedHabits known;

    /** What was learned before something changed it: it tells what somebody asks for. */
    private @Nullable LearnedHabits forgotten;

    /**
     * Which days another miner had learned from, of which this one was read back; they are learned again when somebody asks.
     *
     * @param drops of the home at that time
     */
    private record Past(DayRange days, int drops) {}

    private @Nullable Past recalled;

    public Learning(Household home) {
        this.home = home;
    }

    /** Begins to learn from these days, whatever was learned before. */
    public LearnedHabits anew(DayRange days) {
        LearnedHabits habits = new LearnedHabits(home, days);
        known = habits;
        recalled = null;
        return habits;
    }

    /** What was learned of all the home, if it stands for the days that are due. */
    public Optional<LearnedHabits> whole(DayRange due) {
        return Optional.ofNullable(known).filter(habits -> habits.isWhole() && habits.standsFor(due));
    }

    /** The days that were learned from; empty where nothing was, or it does not stand any more. */
    public Optional<DayRange> days() {
        return Optional.ofNullable(known).map(LearnedHabits::days);
    }

    /** What was learned if it stands for the days that are due, else what they tell. */
    public LearnedHabits of(DayRange due) {
        LearnedHabits habits = recall();
        return habits == null || !habits.standsFor(due) ? anew(due) : habits;
    }

    private @Nullable LearnedHabits recall() {
        Past past = recalled;
        recalled = null;
        if (known == null && past != null && past.drops() == home.drops()) {
            known = new LearnedHabits(home, past.days());
        }
        return known;
    }

    /** Learns anew what somebody asked for before, if that is due: at a moment of its own, not while somebody waits for it. */
    public void again(DayRange due) {
        LearnedHabits before = known == null ? forgotten : known;
        LearnedHabits now = before == null ? null : of(due);
        if (before != null && now != null && before != now) {
            now.learnAsMuchAs(before);
        }
    }

    /** Something changed at a moment, in epoch milliseconds: what was learned from it is forgotten. */
    public void changed(long time) {
        LearnedHabits habits = known;
        if (habits != null && habits.dependsOn(time)) {
            forgotten = habits;
            known = null;
        }
        Past past = recalled;
        if (past != null && time < home.calendar().startOf(past.days().last() + 1)) {
            recalled = null;
        }
    }

    /** Writes which days were learned from; what they tell follows from the home. */
    public void write(MemoryWriter out) throws IOException {
        DayRange days = standing();
        out.flag(days != null);
        if (days != null) {
            out.number(days.first());
            out.number(days.last());
        }
    }

    private @Nullable DayRange standing() {
        LearnedHabits habits = known;
        Past past = recalled;
        if (habits != null) {
            return habits.isComplete() ? habits.days() : null;
        }
        return past != null && past.drops() == home.drops() ? past.days() : null;
    }

    /** Takes over what was written, after the home was read, into a fresh one. */
    public void read(MemoryReader in) throws IOException {
        if (in.flag()) {
            int first = in.integer();
            int last = in.integer();
            if (last < first - 1) {
                throw MemoryReader.broken("days that end before they begin");
            }
            recalled = new Past(new DayRange(first, last), home.drops());
        }
    }
}
