package io.homeiq.mining.habit.span;

import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.DurationHabit;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.habit.Tested;
import io.homeiq.mining.statistics.Binomial;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds what people end after about the same while. Of three null hypotheses the likeliest one counts: the times for
 * which things are used vary by a factor of two for no reason ({@link #survival}); they are spread evenly
 * ({@link #evenly}); and beginning and end keep to the clock each by itself ({@link ClockedSpans}).
 */
public final class DurationSearch {

    /** What is ended, not begun, after a while. */
    private static final Set<String> ENDS =
            Set.of("off", "closed", "closing", "locked", "locking", "paused", "idle", "standby", "docked", "returning");

    /** Half widths of the windows as shares of the duration. */
    private static final double[] TOLERANCES = {0.1, 0.2, 0.3};

    /** In milliseconds: of a long while people do not feel the quarter any more. */
    private static final long MOST_TOLERANCE = 20 * 60_000L;

    private static final long LEAST_TOLERANCE = 20_000;
    private static final long LEAST_MILLIS = 60_000;
    private static final long MOST_MILLIS = 12 * 3_600_000L;
    private static final int MIN_ENDED = 8;
    private static final int MIN_HITS = 6;
    private static final double MIN_PRECISION = 0.5;

    /** Of all times that it is ended by hand before or at that while, so many must be at it. */
    private static final double MIN_SHARE = 0.7;

    /** The same on the days kept for proof, of which there are fewer. */
    private static final double MIN_USUAL = 0.6;

    private static final double WORTH_KEEPING = 0.05;

    /** Part of the digits by which chance is ruled out that a wider window must keep. */
    private static final double NEARLY = 0.75;

    /** Logistic slope of a logarithm that spreads by 0.7, about a factor of two: π / (0.7 √3). */
    private static final double VARIED_SLOPE = 2.59;

    /** What varies by more than this factor may well be spread evenly. */
    private static final double WIDE = 2.5;

    private final Household home;
    private final DayRange learned;

    public DurationSearch(Household home, DayRange learned) {
        this.home = home;
        this.learned = learned;
    }

    /** Whether something is over in this state. */
    static boolean isEnd(String state) {
        return ENDS.contains(state);
    }

    /** Whether most of the times that it was ended by hand, it was at that while. */
    public static boolean isUsual(Evidence evidence) {
        return evidence.agreed() >= MIN_USUAL * (evidence.agreed() + evidence.missed());
    }

    /** As many windows as lie side by side from the shortest to the longest while that there was. */
    private static double tests(long[] lasted) {
        double range = Math.log((double) lasted[lasted.length - 1] / lasted[0]);
        return Arrays.stream(TOLERANCES)
                .map(share -> Math.max(1, range / (2 * share)))
                .sum();
    }

    public Tested search(Deed deed) {
        Timeline timeline = home.timeline(deed.entity()).orElseThrow();
        if (!isEnd(home.states().nameOf(deed.state()))) {
            return Tested.NOTHING;
        }
        int[] ends = ends(deed, timeline);
        Optional<Short> during = usualBefore(timeline, ends);
        if (ends.length < MIN_ENDED || during.isEmpty()) {
            return Tested.NOTHING;
        }
        long[] lasted = Arrays.stream(ends)
                .filter(i -> timeline.stateAt(i - 1) == during.get())
                .mapToLong(i -> timeline.timeAt(i) - timeline.timeAt(i - 1))
                .filter(millis -> millis >= LEAST_MILLIS && millis <= MOST_MILLIS)
                .sorted()
                .toArray();
        return lasted.length < MIN_ENDED ? Tested.NOTHING : new Tested(best(deed, during.get(), lasted), 1);
    }

    /** Positions of the acts of the learned days by which something was ended. */
    private int[] ends(Deed deed, Timeline timeline) {
        return IntStream.range(
                        timeline.firstAtOrAfter(home.calendar().startOf(learned.first())),
                        timeline.firstAtOrAfter(home.calendar().startOf(learned.last() + 1)))
                .filter(i -> i > 0
                        && timeline.isActAt(i)
                        && timeline.stateAt(i) == deed.state()
                        && timeline.stateAt(i - 1) > StateNames.ABSENT
                        && timeline.stateAt(i - 1) != deed.state())
                .toArray();
    }

    private static Optional<Short> usualBefore(Timeline timeline, int[] ends) {
        Map<Short, Integer> counts = new HashMap<>();
        Arrays.stream(ends).forEach(i -> counts.merge(timeline.stateAt(i - 1), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Short, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private List<Candidate> best(Deed deed, short during, long[] lasted) {
        List<Candidate> tried = Arrays.stream(TOLERANCES)
                .mapToObj(share -> test(densest(deed, during, lasted, share), lasted))
                .toList();
        double least = tried.stream().mapToDouble(Candidate::pValue).min().orElse(1);
        // The wide window finds again on other days what a narrow one only found on these.
        return tried.stream()
                .filter(candidate -> candidate.pValue() <= Math.min(WORTH_KEEPING, Math.pow(least, NEARLY)))
                .reduce((narrow, wide) -> wide)
                .stream()
                .toList();
    }

    /** The while around which the most lie. */
    private static DurationHabit densest(Deed deed, short during, long[] lasted, double share) {
        int bestFrom = 0;
        int bestUntil = 0;
        int until = 0;
        for (int from = 0; from < lasted.length; from++) {
            long centre = Math.round(lasted[from] / (1 - share));
            long most = lasted[from] + 2 * tolerance(centre, share);
            while (until < lasted.length && lasted[until] <= most) {
                until++;
            }
            if (until - from > bestUntil - bestFrom) {
                bestFrom = from;
                bestUntil = until;
            }
        }
        long millis = rounded(lasted[(bestFrom + bestUntil) / 2]);
        return new DurationHabit(deed, during, millis, tolerance(millis, share));
    }

    private static long tolerance(long millis, double share) {
        return Math.max(LEAST_TOLERANCE, Math.min(MOST_TOLERANCE, Math.round(millis * share)));
    }

    /** To what people would say: whole minutes, or of a short while ten seconds. */
    private static long rounded(long millis) {
        long step = millis >= 10 * 60_000L ? 60_000 : 10_000;
        return Math.max(step, Math.round((double) millis / step) * step);
    }

    private Candidate test(DurationHabit habit, long[] lasted) {
        Replay replay = habit.replay(home, learned);
        boolean rarely = replay.hits() < MIN_SHARE * (replay.hits() + replay.missedActs());
        if (rarely || replay.hits() < MIN_HITS || replay.regularity() < MIN_PRECISION) {
            return new Candidate(habit, 1, 1, replay);
        }
        double median = lasted[lasted.length / 2];
        double reached = survival((double) habit.millis() - habit.toleranceMillis(), median);
        double inside = reached - survival((double) habit.millis() + habit.toleranceMillis(), median);
        double clocked = ClockedSpans.of(home, habit, learned);
        // Near the longest while that there is, whatever has lasted so far ends soon: all uses must count.
        double ofAll = Binomial.upperTail(
                replay.hits(), Math.max(replay.hits(), lasted.length), Math.max(inside, evenly(habit, lasted)));
        double ofReached = Binomial.upperTail(replay.hits(), replay.opportunities(), clocked);
        double pValue = Math.min(1, Math.max(ofAll, ofReached) * tests(lasted));
        return new Candidate(habit, pValue, Math.max(inside, clocked), replay);
    }

    /** The share of the window in the times of use, where these vary by more than {@link #WIDE}; else 0. */
    private static double evenly(DurationHabit habit, long[] lasted) {
        double shortest = lasted[lasted.length / 20];
        double longest = lasted[lasted.length - 1 - lasted.length / 20];
        return longest < WIDE * shortest ? 0 : Math.min(1, 2 * habit.toleranceMillis() / (longest - shortest));
    }

    /**
     * That something lasts longer, if the logarithm of the while is spread by 0.7 around the median: a log-logistic
     * distribution, whose survival has a closed form.
     */
    private static double survival(double millis, double median) {
        return 1 / (1 + Math.pow(Math.max(0, millis) / median, VARIED_SLOPE));
    }
}
