package io.homeiq.contracts.suggestion;

import java.util.List;

/**
 * The judgement of a rule's safety.
 *
 * @param reasons in plain words, the weightiest first; empty if it passes without remark
 */
public record Safety(SafetyTier tier, SafetyVerdict verdict, List<String> reasons) {

    public Safety {
        reasons = List.copyOf(reasons);
        if (tier == SafetyTier.NEVER && verdict != SafetyVerdict.BLOCK) {
            throw new IllegalArgumentException("what must never be switched cannot get the verdict " + verdict);
        }
    }
}
