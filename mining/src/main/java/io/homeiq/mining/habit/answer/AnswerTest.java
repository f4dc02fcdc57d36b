package io.homeiq.mining.habit.answer;

import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.Fired;
import io.homeiq.mining.habit.Habit;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.statistics.Binomial;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import org.jspecify.annotations.Nullable;

/**
 * Whether a deed follows some moments more often than chance. The null hypothesis: it follows them as often as it follows
 * the same time of day on other days, so a shared daily rhythm or a popular device proves nothing; and as often as it
 * follows a state that has lasted as long. Good for as long as nothing changes in the learned days.
 */
public final class AnswerTest {

    /** Of fewer answers nothing can be told. */
    static final int MIN_ANSWERED = 6;

    private static final double MIN_PRECISION = 0.5;

    private final Household home;
    private final DayRange learned;

    /** Of the deed that was asked for last, since many moments are tried for one. */
    private @Nullable Lasting lasting;

    private record Lasting(Deed deed, LastingRate rate) {}

    public AnswerTest(Household home, DayRange learned) {
        this.home = home;
        this.learned = learned;
    }

    /**
     * How likely it is by chance.
     *
     * @param pValue that it follows as often, corrected for the choice; 1 where it follows too seldom to be asked
     * @param chance that it follows one moment; 1 where that was not asked
     */
    record Verdict(double pValue, double chance) {}

    /**
     * The candidate with its p-value.
     *
     * @param withinMillis how soon the habit has it follow
     * @param choices how many habits it was chosen from
     */
    public Candidate of(Habit habit, Replay replay, long withinMillis, double choices) {
        Verdict verdict = isHopeless(replay.hits(), replay.regularity())
                ? new Verdict(1, 1)
                : verdict(habit.deed(), replay.firings(), replay.hits(), replay.opportunities(), withinMillis, choices);
        return new Candidate(habit, verdict.pValue(), verdict.chance(), replay);
    }

    /** The same of what was not replayed in full. */
    Verdict of(Deed deed, Fired fired, long withinMillis, double choices) {
        return isHopeless(fired.hits(), fired.regularity())
                ? new Verdict(1, 1)
                : verdict(deed, fired.times(), fired.hits(), fired.count(), withinMillis, choices);
    }

    private static boolean isHopeless(int hits, double regularity) {
        return hits < MIN_ANSWERED || regularity < MIN_PRECISION;
    }

    private Verdict verdict(Deed deed, long[] firings, int hits, int opportunities, long withinMillis, double choices) {
        double rhythm = new BaseRate(home, learned, 0, withinMillis).of(deed, firings);
        double chance = Math.max(rhythm, lasting(deed).of(firings, withinMillis));
        double p = Binomial.upperTail(hits, opportunities, chance);
        return new Verdict(Math.min(1, p * choices), chance);
    }

    private LastingRate lasting(Deed deed) {
        Lasting known = lasting;
        if (known == null || !known.deed().equals(deed)) {
            known = new Lasting(deed, new LastingRate(home, learned, deed));
            lasting = known;
        }
        return known.rate();
    }
}
