package io.homeiq.mining.ranking;

/**
 * One number that speaks for or against a finding. Those of which it is plain what more of it means may not be weighed the other way, so
 * that better evidence never counts less, whatever the examples happened to be.
 */
public enum EvidenceFeature {
    /** The agreement to expect, over all days. 0 to 1. */
    CONFIDENCE(Weight.FOR),
    /** Share of the held-out firings with which people agreed. 0 to 1. */
    AGREEMENT(Weight.FOR),
    /** Lower end of its 95 % interval: few firings make it low. 0 to 1. */
    AGREEMENT_LOW(Weight.FOR),
    /** Share of the held-out opportunities at which it would have fired for nobody. 0 to 1. */
    UNWANTED_SHARE(Weight.AGAINST),
    /** Share of what people did that it would not have done for them. 0 to 1. */
    MISSED_SHARE(Weight.AGAINST),
    /** Firings on a day on which it fires, as ln(1 + n). */
    FIRED_PER_DAY(Weight.EITHER),
    /** How little chance explains it: −log10 of the q-value, at most {@value EvidenceFeatures#MOST_CERTAIN}. */
    CERTAINTY(Weight.FOR),
    /** How often people agreed on the held-out days, as ln(1 + n). */
    HITS(Weight.FOR),
    /** 1 for a habit by the clock, 0 for one upon something. */
    BY_CLOCK(Weight.EITHER);

    /** Which way a feature may count. */
    enum Weight {
        FOR,
        AGAINST,
        EITHER
    }

    private final Weight weight;

    EvidenceFeature(Weight weight) {
        this.weight = weight;
    }

    /** The allowed weight that is nearest to this one. */
    double allowed(double wanted) {
        return switch (weight) {
            case FOR -> Math.max(0, wanted);
            case AGAINST -> Math.min(0, wanted);
            case EITHER -> wanted;
        };
    }
}
