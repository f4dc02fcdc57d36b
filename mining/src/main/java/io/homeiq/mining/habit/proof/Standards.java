package io.homeiq.mining.habit.proof;

import java.time.Duration;

/**
 * What is asked of a habit before it is proposed.
 *
 * @param falseDiscoveryRate highest q-value, 0 to 1
 * @param minFirings on held-out days
 * @param minAgreement share of the held-out firings at which people must have done it, 0 to 1; what is not due daily may have it
 *     over all days, if on the held-out ones it was done more often than not
 * @param habitHalfLife after which half of all habits are taken to have changed
 */
public record Standards(double falseDiscoveryRate, int minFirings, double minAgreement, Duration habitHalfLife) {}
