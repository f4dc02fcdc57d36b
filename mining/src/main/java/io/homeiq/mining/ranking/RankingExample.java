package io.homeiq.mining.ranking;

/**
 * A finding of which is known whether it was worth proposing.
 *
 * @param wanted whether people of the home really have this habit
 */
public record RankingExample(EvidenceFeatures features, boolean wanted) {}
