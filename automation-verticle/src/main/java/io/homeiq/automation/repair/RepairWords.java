package io.homeiq.automation.repair;

import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyTier;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.mining.repair.Verdict;
import java.util.List;

/** Says a repair in plain English. */
final class RepairWords {

    /** Taking an automation away switches nothing. */
    static final Safety HARMLESS = new Safety(SafetyTier.LOW_RISK, SafetyVerdict.PASS, List.of());

    private RepairWords() {}

    /** @param rule the repaired rule in words */
    static String title(Verdict.Repairable repair, Automation automation, String rule) {
        return switch (repair.kind()) {
            case TIME ->
                (isOnlySometimes(repair, automation) ? "Another time, and only sometimes: " : "Another time: ") + rule;
            case CONDITION -> "Only sometimes: " + rule;
            case RETIREMENT -> "Take away: " + automation.alias();
        };
    }

    static String description(Verdict.Repairable repair, Automation automation) {
        Evidence seen = repair.evidence();
        String undone = "The automation \"" + automation.alias() + "\" does not fit any more: you undid it "
                + times(repair.undone()) + " lately. ";
        return undone
                + switch (repair.kind()) {
                    case TIME ->
                        (isOnlySometimes(repair, automation)
                                        ? "You do it by hand at another time since, and only under one condition. With both "
                                        : "You do it by hand at another time since. With the new time ")
                                + "it would have fired " + times(seen.fired()) + " since then: " + seen.agreed()
                                + " agreed, " + seen.unwanted()
                                + " unwanted; each day was judged by what the other days tell.";
                    case CONDITION ->
                        "You let it be under one condition. With it, it would have fired " + times(seen.fired())
                                + " since then: you let it be " + times(seen.agreed()) + ", undid it "
                                + times(seen.unwanted())
                                + "; each day was judged by what the other days tell.";
                    case RETIREMENT ->
                        "Of the " + seen.fired() + " times that it acted since, you let it be " + times(seen.agreed())
                                + ", and you do not do it by hand at another time.";
                };
    }

    /** Whether what acts at another time is to do so under one more condition, too. */
    private static boolean isOnlySometimes(Verdict.Repairable repair, Automation automation) {
        return repair.rule().conditions().size()
                > automation.rule().conditions().size();
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
