package io.homeiq.mining.habit.answer;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.habit.Answers;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Crossings;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.Limit;
import io.homeiq.mining.habit.NumericThresholdHabit;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.NumberSeries;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Finds the limits of numbers that people answer when they are crossed. A sensor is looked at closely if some number was
 * crossed before many acts, and before fewer moments of the same time on the days around; the p-values are corrected for
 * all limits and sensors there are.
 */
public final class ThresholdHabitSearch {

    /** How soon after a crossing an act may be its answer, in milliseconds. */
    private static final long[] DELAYS = {60_000, 120_000, 300_000, 600_000, 1_200_000};

    /** The spans of time before an act in which its crossing is looked for: short ones tell the limit more exactly. */
    private static final long[] LOOKS_BACK = {300_000, 1_200_000};

    private static final long LONGEST_LOOK = LOOKS_BACK[LOOKS_BACK.length - 1];
    private static final double MIN_SHARE_OF_ACTS = 0.25;
    /** Acts beyond the newest so many tell nothing more. */
    private static final int MAX_ACTS = 200;

    /** For a first look, every so many-th act is enough to have about this many. */
    private static final int GLANCED_ACTS = 60;

    /** Only the likeliest are looked at closely. */
    private static final int MAX_SENSORS = 4;

    /** What is crossed as often around the same time of other days is no reason. */
    private static final double MORE_THAN_ELSEWHERE = 1.25;

    /** Limits that score less become no habit under any condition. */
    private static final double WORTH_A_LOOK = 0.15;

    /** A limit that is crossed more often than so many times for each act is noise. */
    private static final int MOST_PER_ACT = 25;

    /** Conditions are looked for only for the best so many limits. */
    private static final int MAX_OFFERS = 3;

    private static final long DAY_MILLIS = 86_400_000L;

    private final Household home;
    private final DayRange learned;
    private final AnswerSearch answers;

    public ThresholdHabitSearch(Household home, DayRange learned) {
        this.home = home;
        this.learned = learned;
        this.answers = new AnswerSearch(home, learned, DELAYS);
    }

    /** A sensor and the side on which the limit may be. */
    private record Side(EntityId sensor, NumberSeries series, boolean above, double promise) {}

    private record Offer(NumericThresholdHabit habit, double score) {}

    /** The habits of one deed, the likeliest first. */
    public List<Candidate> search(Deed deed) {
        long[] acts = acts(deed);
        if (acts.length < AnswerTest.MIN_ANSWERED) {
            return List.of();
        }
        return sides(acts).stream()
                .flatMap(side -> LongStream.of(LOOKS_BACK).mapToObj(look -> offer(deed, side, look, acts)))
                .flatMap(Optional::stream)
                .filter(offer -> offer.score() >= WORTH_A_LOOK)
                .sorted(Comparator.comparingDouble(Offer::score).reversed())
                .limit(MAX_OFFERS)
                .flatMap(offer -> answers.best(offer.habit(), acts.length, choices()).stream())
                .toList();
    }

    private long[] acts(Deed deed) {
        Timeline deeds = home.timeline(deed.entity()).orElseThrow();
        long[] acts = IntStream.range(
                        deeds.firstAtOrAfter(home.calendar().startOf(learned.first())),
                        deeds.firstAtOrAfter(home.calendar().startOf(learned.last() + 1)))
                .filter(i -> deeds.isActAt(i) && deeds.stateAt(i) == deed.state())
                .mapToLong(deeds::timeAt)
                .toArray();
        return LongStream.of(acts).skip(Math.max(0, acts.length - MAX_ACTS)).toArray();
    }

    /** The likeliest sensors, by how often one number was crossed before the acts and not before other moments. */
    private List<Side> sides(long[] acts) {
        int step = (acts.length + GLANCED_ACTS - 1) / GLANCED_ACTS;
        long[] glanced = IntStream.range(0, acts.length)
                .filter(i -> i % step == 0)
                .mapToLong(i -> acts[i])
                .toArray();
        List<Side> sides = new ArrayList<>();
        for (Map.Entry<EntityId, NumberSeries> sensor : home.numbers().all().entrySet()) {
            Crossed.Both crossed = Crossed.before(glanced, LONGEST_LOOK, sensor.getValue());
            for (boolean above : new boolean[] {true, false}) {
                double promise = promise(glanced, sensor.getValue(), crossed, above);
                if (promise > 0) {
                    sides.add(new Side(sensor.getKey(), sensor.getValue(), above, promise));
                }
            }
        }
        return sides.stream()
                .sorted(Comparator.comparingDouble(Side::promise)
                        .reversed()
                        .thenComparing(Side::sensor)
                        .thenComparing(Side::above))
                .limit(MAX_SENSORS)
                .toList();
    }

    private static double promise(long[] acts, NumberSeries series, Crossed.Both both, boolean above) {
        double least = Math.max(Math.min(AnswerTest.MIN_ANSWERED, acts.length), acts.length * MIN_SHARE_OF_ACTS);
        if (both.most(above) < least) {
            return 0;
        }
        Crossed crossed = both.on(above);
        double value = crossed.deepest();
        int depth = Double.isNaN(value) ? 0 : crossed.over(value);
        if (depth < least) {
            return 0;
        }
        double elsewhere = 0;
        for (long shift : new long[] {-DAY_MILLIS, DAY_MILLIS}) {
            long[] moved = LongStream.of(acts).map(act -> act + shift).toArray();
            elsewhere += Crossed.before(moved, LONGEST_LOOK, series).over(above, value) / 2.0;
        }
        return depth > elsewhere * MORE_THAN_ELSEWHERE + 1 ? depth * (depth / (depth + elsewhere)) : 0;
    }

    /** The best limit of one sensor, for crossings that lie no further back. */
    private Optional<Offer> offer(Deed deed, Side side, long look, long[] acts) {
        Crossed crossed = Crossed.before(acts, look, side.series()).on(side.above());
        LimitChoice choice =
                new LimitChoice(crossed, side.above(), limits -> scores(deed, side, look, limits, acts.length));
        return choice.best().map(best -> new Offer(habit(deed, side, best.limit(), look), best.score()));
    }

    /** How well the habit does with each of some limits, which rise. */
    private double[] scores(Deed deed, Side side, long within, double[] limits, int acts) {
        int most = acts * MOST_PER_ACT;
        long[][] crossings = Crossings.of(side.series(), home.calendar(), learned, side.above(), limits, most);
        double[] scores = new double[limits.length];
        for (int i = 0; i < limits.length; i++) {
            long[] times = crossings[i];
            // A number that leaps crosses many limits at once.
            if (i > 0 && Arrays.equals(times, crossings[i - 1])) {
                scores[i] = scores[i - 1];
            } else if (times.length <= most) {
                scores[i] = new Answers(home, deed, List.of(), times).score(within, acts);
            }
        }
        return scores;
    }

    private static NumericThresholdHabit habit(Deed deed, Side side, double limit, long within) {
        return new NumericThresholdHabit(deed, side.sensor(), new Limit(side.above(), limit), within, List.of());
    }

    private double choices() {
        int sensors = 2 * home.numbers().all().size();
        return (double) sensors * LOOKS_BACK.length * LimitChoice.MAX_TRIED;
    }
}
