package io.homeiq.app.evaluate;

import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.suggestion.Repair;
import io.homeiq.mining.repair.Verdict;
import io.homeiq.simulation.Turn;
import org.jspecify.annotations.Nullable;

/**
 * What came of one home with an automation of ours.
 *
 * @param asked whether what people did after the turn tells anything
 * @param shownInAWeek whether it showed on three days or more within a week of the turn
 * @param noticedAfter whole days from the turn until it was doubted; null if never
 * @param tooEarly whether something was proposed before anything had changed
 * @param verdict the first proposal, or the last word where there was none
 * @param right whether that is what people want
 * @param rightAtLast whether what is proposed after the last day is, if nobody has answered: what waits follows what is thought
 */
record RepairResult(
        Turn turn,
        boolean asked,
        boolean shownInAWeek,
        @Nullable Integer noticedAfter,
        boolean tooEarly,
        Verdict verdict,
        boolean right,
        boolean rightAtLast,
        Rule rule) {

    boolean isChanged() {
        return !(turn instanceof Turn.Keeps);
    }

    boolean isNoticedWithin(int days) {
        return noticedAfter != null && noticedAfter <= days;
    }

    boolean isProposed() {
        return verdict instanceof Verdict.Repairable;
    }

    boolean isRetired() {
        return verdict instanceof Verdict.Repairable repair && repair.kind() == Repair.Kind.RETIREMENT;
    }

    boolean isWronglyRetired() {
        return isRetired() && (tooEarly || !(turn instanceof Turn.Ends));
    }
}
