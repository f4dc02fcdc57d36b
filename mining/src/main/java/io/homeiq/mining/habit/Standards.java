package io.homeiq.mining.habit;

/**
 * What is asked of a habit before it is proposed.
 *
 * @param falseDiscoveryRate highest q-value, 0 to 1
 * @param minFirings on held-out days
 * @param minAgreement share of the held-out opportunities at which people must have done it, 0 to 1
 */
public record Standards(double falseDiscoveryRate, int minFirings, double minAgreement) {}
