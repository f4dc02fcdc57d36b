package io.homeiq.mining.habit.answer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the limit of a number: of all that were crossed before most acts, a round one whose rule does best. */
final class LimitChoice {

    /** Rules that are replayed for it. */
    static final int MAX_TRIED = 16;

    /** A number that was crossed before fewer acts than this share of the best cannot be the limit. */
    private static final double NEAR_BEST = 0.7;

    /** Rules whose scores are this close are equally good. */
    private static final double AS_GOOD = 0.03;

    private final Crossed crossed;
    private final boolean above;
    private final UnaryOperator<double[]> scores;

    /**
     * Over the spans that were crossed.
     *
     * @param above whether larger numbers lie beyond the limit
     * @param scores how well the rule with each of these limits, which rise, does; the more the better
     */
    LimitChoice(Crossed crossed, boolean above, UnaryOperator<double[]> scores) {
        this.crossed = crossed;
        this.above = above;
        this.scores = scores;
    }

    /** Between two neighbouring ends of spans, so that all numbers in it were crossed before the same acts. */
    private record Cell(double low, double high) {

        double middle() {
            return (low + high) / 2;
        }

        double width() {
            return high - low;
        }
    }

    /**
     * A limit that was chosen.
     *
     * @param score of the best of the rules that are as good as the one with this limit
     */
    record Choice(double limit, double score) {}

    /** Empty where nothing was crossed often enough. */
    Optional<Choice> best() {
        double deepest = crossed.deepest();
        int depth = Double.isNaN(deepest) ? 0 : crossed.over(deepest);
        if (depth < AnswerTest.MIN_ANSWERED) {
            return Optional.empty();
        }
        List<Cell> tried = tried(depth);
        double[] scored = scores.apply(tried.stream().mapToDouble(Cell::middle).toArray());
        Cell widest = widestGood(tried, scored);
        double limit = new RoundNumber(widest.low(), widest.high(), above).get();
        return Optional.of(new Choice(limit, Arrays.stream(scored).max().orElse(0)));
    }

    /** The widest run of neighbours that are all as good as the best: its middle is least likely crossed by chance. */
    private static Cell widestGood(List<Cell> tried, double[] scores) {
        double enough = Arrays.stream(scores).max().orElse(0) - AS_GOOD;
        Cell widest = new Cell(0, 0);
        @Nullable Cell run = null;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] < enough) {
                run = null;
            } else {
                run = new Cell(
                        run == null ? tried.get(i).low() : run.low(),
                        tried.get(i).high());
                widest = run.width() > widest.width() ? run : widest;
            }
        }
        return widest;
    }

    /** Rising: those crossed before the most acts, the wider first, and an even choice of the others. */
    private List<Cell> tried(int depth) {
        double[] ends = DoubleStream.concat(Arrays.stream(crossed.lows()), Arrays.stream(crossed.highs()))
                .sorted()
                .distinct()
                .toArray();
        List<Cell> deep = IntStream.range(0, ends.length - 1)
                .mapToObj(i -> new Cell(ends[i], ends[i + 1]))
                .filter(cell -> crossed.over(cell.middle()) >= depth * NEAR_BEST)
                .toList();
        Stream<Cell> deepest = deep.stream()
                .sorted(Comparator.<Cell>comparingInt(cell -> -crossed.over(cell.middle()))
                        .thenComparingDouble(cell -> -cell.width()))
                .limit(MAX_TRIED / 2);
        Stream<Cell> even = IntStream.range(0, MAX_TRIED / 2)
                .mapToObj(i -> deep.get((int) ((long) i * deep.size() / (MAX_TRIED / 2))));
        return Stream.concat(deepest, even)
                .distinct()
                .sorted(Comparator.comparingDouble(Cell::low))
                .toList();
    }
}
