package io.homeiq.mining;

import io.homeiq.mining.drift.Keeping;
import java.time.Duration;

/**
 * What is asked of a habit before it is proposed.
 *
 * @param learnedShare the first part of the days, from which habits are learned; the rest proves them. 0 to 1, both excluded
 * @param falseDiscoveryRate the share of chance findings that is tolerated among those proposed, 0 to 1, both excluded
 * @param minDays lived days below which nothing is proposed at all
 * @param minFirings firings within the held-out days below which a habit is not proven
 * @param minAgreement share of the held-out firings at which people must have done it, 0 to 1; what is not due daily may have it
 *     over all days, if on the held-out ones it was done more often than not
 * @param habitHalfLife after which half of all habits are taken to have changed: the shorter, the sooner a change is
 *     believed, and the less a habit is trusted that was left out some times
 */
public record MiningSettings(
        double learnedShare,
        double falseDiscoveryRate,
        int minDays,
        int minFirings,
        double minAgreement,
        Duration habitHalfLife) {

    public static final MiningSettings DEFAULT = new MiningSettings(0.7, 0.05, 14, 3, 0.6, Keeping.HALF_LIFE);

    public MiningSettings {
        if (!isShare(learnedShare) || !isShare(falseDiscoveryRate) || !(minAgreement >= 0 && minAgreement <= 1)) {
            throw new IllegalArgumentException("shares must lie between 0 and 1, were: " + learnedShare + ", "
                    + falseDiscoveryRate + ", " + minAgreement);
        }
        if (minDays < 1 || minFirings < 1) {
            throw new IllegalArgumentException(
                    "at least one day and one firing must be asked for, were: " + minDays + ", " + minFirings);
        }
        if (habitHalfLife.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("habitHalfLife must be at least a day, was: " + habitHalfLife);
        }
    }

    private static boolean isShare(double value) {
        return value > 0 && value < 1;
    }
}
