package io.homeiq.mining.repair;

import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.suggestion.Repair;

/** What is thought of an automation in place. */
public sealed interface Verdict {

    /** It is what people want, as far as can be told. */
    record Fits() implements Verdict {}

    /**
     * It no longer is what they want; what they want instead is not clear yet.
     *
     * @param certainty 0 to 1
     */
    record Doubtful(int undone, double certainty) implements Verdict {}

    /**
     * What they want instead is clear.
     *
     * @param rule as it would be right; of a retirement, as it is
     * @param certainty 0 to 1
     * @param evidence of the repaired rule since the change, each day judged by what the other days tell; of a retirement, of the rule as it is
     */
    record Repairable(Repair.Kind kind, Rule rule, int undone, double certainty, Evidence evidence)
            implements Verdict {}
}
