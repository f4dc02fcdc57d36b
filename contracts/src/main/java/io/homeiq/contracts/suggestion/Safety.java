package io.homeiq.contracts.suggestion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of a rule's safety.
 *
 * @param reasons in plain words, the weightiest first; empty if it passes without remark
 * @param notes what is good to know and speaks neither for nor against it; null: nothing was looked for
 * @param score 0 to 100, the higher the less there is to be said against it; null: it was judged without the other automations
 * @param examples what history shows of it, with times of the home; null: it shows nothing, or was not asked
 */
public record Safety(
        SafetyTier tier,
        SafetyVerdict verdict,
        List<String> reasons,
        @Nullable List<String> notes,
        @Nullable Integer score,
        @Nullable List<String> examples) {

    private static final int BEST = 100;

    public Safety {
        reasons = List.copyOf(reasons);
        notes = notes == null ? null : List.copyOf(notes);
        examples = examples == null ? null : List.copyOf(examples);
        if (tier == SafetyTier.NEVER && verdict != SafetyVerdict.BLOCK) {
            throw new IllegalArgumentException("what must never be switched cannot get the verdict " + verdict);
        }
        if (score != null && (score < 0 || score > BEST)) {
            throw new IllegalArgumentException("the score of a judgement must be 0 to 100, was: " + score);
        }
    }

    /** Judged by what it switches alone. */
    public Safety(SafetyTier tier, SafetyVerdict verdict, List<String> reasons) {
        this(tier, verdict, reasons, null, null, null);
    }
}
