package io.homeiq.mining.ranking;

import io.homeiq.contracts.pattern.DayOutcome;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.EvidenceDay;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.suggestion.Suggestion;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a ranking looks at of one finding: what a pattern and the suggestion made of it have in common, so that both give the same.
 *
 * @param values a finite number for every {@link EvidenceFeature}
 */
public record EvidenceFeatures(Map<EvidenceFeature, Double> values) {

    /** Beyond so many zeros chance is out of the question, and a still smaller q-value must not outweigh all else. */
    static final int MOST_CERTAIN = 12;

    public EvidenceFeatures {
        for (EvidenceFeature feature : EvidenceFeature.values()) {
            Double value = values.get(feature);
            if (value == null || !Double.isFinite(value)) {
                throw new IllegalArgumentException(feature + " must be a finite number, was: " + value);
            }
        }
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** Empty for a pattern that was not replayed. */
    public static Optional<EvidenceFeatures> of(Pattern pattern) {
        return Optional.ofNullable(pattern.evidence())
                .map(evidence -> of(pattern.kind(), pattern.confidence(), pattern.qValue(), evidence));
    }

    public static EvidenceFeatures of(Suggestion suggestion) {
        return of(suggestion.kind(), suggestion.confidence(), suggestion.qValue(), suggestion.evidence());
    }

    private static EvidenceFeatures of(PatternKind kind, double confidence, double qValue, Evidence evidence) {
        return new EvidenceFeatures(Map.of(
                EvidenceFeature.CONFIDENCE,
                confidence,
                EvidenceFeature.AGREEMENT,
                evidence.agreement(),
                EvidenceFeature.AGREEMENT_LOW,
                evidence.agreementLow(),
                EvidenceFeature.UNWANTED_SHARE,
                share(evidence.unwanted(), evidence.opportunities()),
                EvidenceFeature.MISSED_SHARE,
                share(evidence.missed(), evidence.agreed() + evidence.missed()),
                EvidenceFeature.FIRED_PER_DAY,
                Math.log1p(firedPerDay(evidence)),
                EvidenceFeature.CERTAINTY,
                certainty(qValue),
                EvidenceFeature.HITS,
                Math.log1p(evidence.agreed()),
                EvidenceFeature.BY_CLOCK,
                kind == PatternKind.TIME_OF_DAY || kind == PatternKind.SUN ? 1.0 : 0.0));
    }

    /** Of the days that are listed, which are the latest ones. */
    private static double firedPerDay(Evidence evidence) {
        List<EvidenceDay> fired = evidence.days().stream()
                .filter(day -> day.outcome() != DayOutcome.MISSED)
                .toList();
        long days = fired.stream().map(EvidenceDay::date).distinct().count();
        return share(fired.size(), days);
    }

    private static double certainty(double qValue) {
        return qValue <= 0 ? MOST_CERTAIN : Math.min(MOST_CERTAIN, -Math.log10(qValue));
    }

    private static double share(long part, long whole) {
        return (double) part / Math.max(1, whole);
    }

    /** What it counts of this feature. */
    public double get(EvidenceFeature feature) {
        return values.getOrDefault(feature, 0.0);
    }
}
