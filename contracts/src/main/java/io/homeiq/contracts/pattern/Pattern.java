package io.homeiq.contracts.pattern;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A regularity found in what people do by hand.
 *
 * @param entity the entity that people act on; the first one where there are several
 * @param rule the regularity as the automation that would do the same
 * @param confidence 0 to 1: the lower bound of the agreement to expect
 * @param qValue 0 to 1: the share of false discoveries among all found at least this surely (Benjamini and Hochberg 1995)
 * @param occurrences how often people did it in the learned days
 * @param evidence null until it was replayed on held-out days
 * @param drift null if it is as it was
 */
public record Pattern(
        PatternId id,
        PatternKind kind,
        EntityId entity,
        Rule rule,
        double confidence,
        double qValue,
        int occurrences,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Evidence evidence,
        Finding finding,
        @Nullable Drift drift) {

    /** One that is as it was. */
    public Pattern(
            PatternId id,
            PatternKind kind,
            EntityId entity,
            Rule rule,
            double confidence,
            double qValue,
            int occurrences,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Evidence evidence,
            Finding finding) {
        this(id, kind, entity, rule, confidence, qValue, occurrences, firstSeen, lastSeen, evidence, finding, null);
    }

    public Pattern {
        if (!(0 <= confidence && confidence <= 1) || !(0 <= qValue && qValue <= 1)) {
            throw new IllegalArgumentException(
                    "confidence and qValue must lie within 0 and 1, were: " + confidence + ", " + qValue);
        }
        if (occurrences < 0 || lastSeen.isBefore(firstSeen)) {
            throw new IllegalArgumentException(
                    "a pattern cannot occur " + occurrences + " times from " + firstSeen + " to " + lastSeen);
        }
        if (finding instanceof Finding.Proven && evidence == null) {
            throw new IllegalArgumentException("a proven pattern needs its evidence: " + id);
        }
        if (finding instanceof Finding.Proven && drift != null && drift.kind().isOver()) {
            throw new IllegalArgumentException("what is over cannot be proven: " + id);
        }
    }

    /** Whether it may become a suggestion. */
    public boolean isProven() {
        return finding instanceof Finding.Proven;
    }

    /** Whether people do it no more, or not so any more. */
    public boolean isOver() {
        return drift != null && drift.kind().isOver();
    }

    /** The same habit under another id. */
    public Pattern withId(PatternId other) {
        return new Pattern(
                other,
                kind,
                entity,
                rule,
                confidence,
                qValue,
                occurrences,
                firstSeen,
                lastSeen,
                evidence,
                finding,
                drift);
    }

    /** The same, more or less sure. */
    public Pattern withConfidence(double other) {
        return new Pattern(
                id, kind, entity, rule, other, qValue, occurrences, firstSeen, lastSeen, evidence, finding, drift);
    }

    /** The same with what became of it. */
    public Pattern with(@Nullable Drift change) {
        return new Pattern(
                id,
                kind,
                entity,
                rule,
                confidence,
                qValue,
                occurrences,
                firstSeen,
                lastSeen,
                evidence,
                finding,
                change);
    }
}
