package io.homeiq.mining.habit;

import io.homeiq.contracts.pattern.DayOutcome;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.EvidenceDay;
import io.homeiq.mining.statistics.WilsonInterval;
import io.homeiq.mining.timeline.LocalDays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a habit's rule would have done over some days, beside what people did. A firing that finds the entity in the
 * wanted state already changes nothing and is only an opportunity; yet whether a habit is regular is measured against all
 * opportunities: else "off at four" would look perfect, seen only on the nights on which the lamp still burned.
 */
public final class Replay {

    /** No such moment. */
    private static final long NONE = Long.MIN_VALUE;

    /** The square of a half. */
    private static final double PRECISION_WEIGHT = 0.25;

    private record Outcome(long firedAt, long actedAt) {

        long time() {
            return firedAt == NONE ? actedAt : firedAt;
        }

        DayOutcome kind() {
            if (firedAt == NONE) {
                return DayOutcome.MISSED;
            }
            return actedAt == NONE ? DayOutcome.UNWANTED : DayOutcome.AGREED;
        }
    }

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Long> idles = new ArrayList<>();
    private final BitSet explained = new BitSet();
    private final Claims claims;
    private int opportunities;
    private int agreed;
    private int unwanted;
    private int missed;

    Replay() {
        this(new Claims());
    }

    private Replay(Claims claims) {
        this.claims = claims;
    }

    void idle(long time) {
        opportunities++;
        idles.add(time);
    }

    /** @param act the position in the entity's timeline of the act that it agrees with */
    void agreed(long firedAt, long actedAt, int act) {
        opportunities++;
        agreed++;
        explained.set(act);
        outcomes.add(new Outcome(firedAt, actedAt));
    }

    /** Where the acts stand on several timelines; they are noted among the {@link #claims()}. */
    void agreed(long firedAt, long actedAt) {
        opportunities++;
        agreed++;
        outcomes.add(new Outcome(firedAt, actedAt));
    }

    void unwanted(long firedAt) {
        opportunities++;
        unwanted++;
        outcomes.add(new Outcome(firedAt, NONE));
    }

    void missed(long actedAt) {
        missed++;
        outcomes.add(new Outcome(NONE, actedAt));
    }

    int fired() {
        return agreed + unwanted;
    }

    public int opportunities() {
        return opportunities;
    }

    /** The share of the opportunities at which people did it, 0 to 1. */
    public double regularity() {
        return opportunities == 0 ? 0 : (double) agreed / opportunities;
    }

    public int hits() {
        return agreed;
    }

    public int missedActs() {
        return missed;
    }

    /** Positions in the entity's timeline of the acts that the rule would have done. */
    public BitSet explained() {
        return explained;
    }

    /** For habits of several entities: the acts that the rule would have done. */
    Claims claims() {
        return claims;
    }

    /**
     * The same with a stricter idea of agreeing.
     *
     * @param holdsAt asked of the time of each act that was agreed with; where it does not hold, the firing is unwanted
     * @param claims the acts that the stricter one explains
     */
    Replay onlyWhere(LongPredicate holdsAt, Claims claims) {
        Replay strict = new Replay(claims);
        idles.forEach(strict::idle);
        for (Outcome outcome : outcomes) {
            switch (outcome.kind()) {
                case MISSED -> strict.missed(outcome.actedAt());
                case UNWANTED -> strict.unwanted(outcome.firedAt());
                case AGREED -> {
                    if (holdsAt.test(outcome.actedAt())) {
                        strict.agreed(outcome.firedAt(), outcome.actedAt());
                    } else {
                        strict.unwanted(outcome.firedAt());
                    }
                }
            }
        }
        return strict;
    }

    /** The same without what happened or not at other times, in epoch milliseconds; the acts that it explains stay. */
    public Replay onlyAt(LongPredicate counts) {
        Replay part = new Replay(claims);
        part.explained.or(explained);
        idles.stream().filter(counts::test).forEach(part::idle);
        for (Outcome outcome : outcomes) {
            if (counts.test(outcome.time())) {
                switch (outcome.kind()) {
                    case MISSED -> part.missed(outcome.actedAt());
                    case UNWANTED -> part.unwanted(outcome.firedAt());
                    case AGREED -> part.agreed(outcome.firedAt(), outcome.actedAt());
                }
            }
        }
        return part;
    }

    /** When people first and last did it, in epoch milliseconds; empty if they never did. */
    public LongSummaryStatistics actedAt() {
        return outcomes.stream()
                .filter(o -> o.kind() == DayOutcome.AGREED)
                .mapToLong(Outcome::actedAt)
                .summaryStatistics();
    }

    /** When each firing happened, in order. */
    public long[] firings() {
        return outcomes.stream()
                .filter(o -> o.firedAt() != NONE)
                .mapToLong(Outcome::firedAt)
                .toArray();
    }

    /** Tells of each firing when it happened and whether people did the same. */
    private void eachFiring(FiringVisitor visitor) {
        for (Outcome outcome : outcomes) {
            if (outcome.firedAt() != NONE) {
                visitor.visit(outcome.firedAt(), outcome.kind() == DayOutcome.AGREED);
            }
        }
    }

    /** The same of all opportunities: one that finds nothing left to do was not agreed with. */
    public void eachOpportunity(FiringVisitor visitor) {
        eachFiring(visitor);
        idles.forEach(time -> visitor.visit(time, false));
    }

    @FunctionalInterface
    public interface FiringVisitor {
        void visit(long time, boolean agreed);
    }

    /** From each firing that was agreed with to the act, in milliseconds; negative if the act came first. */
    public long[] delays() {
        return outcomes.stream()
                .filter(o -> o.kind() == DayOutcome.AGREED)
                .mapToLong(o -> o.actedAt() - o.firedAt())
                .toArray();
    }

    /**
     * How well it fits, 0 to 1: van Rijsbergen's F with precision weighing twice as much as recall, since an unwanted
     * firing annoys more than a missed one.
     *
     * @param acts how often people did it in these days, on whatever occasion
     */
    public double score(int acts) {
        return score(agreed, opportunities, acts);
    }

    /** The same of counted opportunities, of which so many were agreed with. */
    public static double score(int agreed, int opportunities, int acts) {
        double recall = acts == 0 ? 0 : (double) agreed / acts;
        double precision = opportunities == 0 ? 0 : (double) agreed / opportunities;
        double weighted = PRECISION_WEIGHT * precision + recall;
        return weighted == 0 ? 0 : (1 + PRECISION_WEIGHT) * precision * recall / weighted;
    }

    public Evidence evidence(LocalDays calendar) {
        WilsonInterval interval = WilsonInterval.of(agreed, fired());
        double agreement = fired() == 0 ? 0 : (double) agreed / fired();
        List<EvidenceDay> days = outcomes.stream()
                .sorted(Comparator.comparingLong(Outcome::time))
                .skip(Math.max(0, outcomes.size() - Evidence.MAX_DAYS))
                .map(outcome -> day(outcome, calendar))
                .toList();
        return new Evidence(
                opportunities, fired(), agreed, unwanted, missed, agreement, interval.low(), interval.high(), days);
    }

    private static EvidenceDay day(Outcome outcome, LocalDays calendar) {
        return new EvidenceDay(
                calendar.dateOf(calendar.dayOf(outcome.time())),
                outcome.kind(),
                instant(outcome.firedAt()),
                instant(outcome.actedAt()));
    }

    private static @Nullable Instant instant(long millis) {
        return millis == NONE ? null : Instant.ofEpochMilli(millis);
    }
}
