package io.homeiq.simulation.score;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.simulation.Oddity;
import io.homeiq.simulation.Truth;
import java.time.Duration;
import java.util.List;

/**
 * Whether the oddities of a home were told, and what was told that was none.
 *
 * @param planted oddities that really happened
 * @param told of these, those that were told
 * @param others what was told beside them
 * @param weeks of the homes, for a rate
 */
public record AnomalyScore(int planted, int told, int others, double weeks) {

    public static final AnomalyScore NOTHING = new AnomalyScore(0, 0, 0, 0);

    /** A twin tells of a door some seconds later, and is as good a witness. */
    private static final Duration SAME = Duration.ofMinutes(1);

    private static final double WEEK = 7;

    /** Of one home. */
    public static AnomalyScore of(Truth truth, List<Pattern> found) {
        List<Pattern> told = found.stream()
                .filter(pattern -> pattern.kind() == PatternKind.ANOMALY)
                .toList();
        int right = (int) truth.oddities().stream()
                .filter(oddity -> told.stream().anyMatch(pattern -> isOf(pattern, oddity)))
                .count();
        int wrong = (int) told.stream()
                .filter(pattern -> truth.oddities().stream().noneMatch(oddity -> isOf(pattern, oddity)))
                .count();
        return new AnomalyScore(truth.oddities().size(), right, wrong, truth.days() / WEEK);
    }

    private static boolean isOf(Pattern pattern, Oddity oddity) {
        return Duration.between(oddity.time(), pattern.firstSeen()).abs().compareTo(SAME) <= 0;
    }

    public AnomalyScore plus(AnomalyScore other) {
        return new AnomalyScore(planted + other.planted, told + other.told, others + other.others, weeks + other.weeks);
    }

    /** False ones a home and week. */
    public double othersAWeek() {
        return weeks == 0 ? 0 : others / weeks;
    }
}
