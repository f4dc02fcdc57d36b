package io.homeiq.mining.safety;

import io.homeiq.contracts.suggestion.SafetyTier;

/** One reason for a tier above the lowest, in plain words. */
record Remark(SafetyTier tier, String reason) {}
