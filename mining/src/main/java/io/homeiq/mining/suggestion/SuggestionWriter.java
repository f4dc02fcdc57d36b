package io.homeiq.mining.suggestion;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.mining.safety.SafetyPolicy;
import java.time.Instant;

/** Frames a proven pattern as a suggestion: told in plain words, judged for safety, ready to be deployed. */
public final class SuggestionWriter {

    private final RuleWords words;
    private final SafetyPolicy safety;

    public SuggestionWriter(HomeRegistry registry, SafetyPolicy safety) {
        this.words = new RuleWords(new EntityNames(registry));
        this.safety = safety;
    }

    /** The rule in one line of plain words. */
    public String title(Rule rule) {
        return words.of(rule);
    }

    /**
     * The suggestion that follows from a pattern; the same pattern always gets the same ids.
     *
     * @param now when it is proposed
     * @throws IllegalArgumentException if the pattern is not proven or must never be switched
     */
    public Suggestion write(Pattern pattern, Instant now) {
        Evidence evidence = pattern.evidence();
        if (!pattern.isProven() || evidence == null) {
            throw new IllegalArgumentException("only a proven pattern becomes a suggestion, was: " + pattern.id());
        }
        String title = title(pattern.rule());
        String description = describe(pattern, evidence);
        Automation automation = new Automation(
                Automation.OUR_PREFIX + pattern.id(),
                title,
                "Suggested by HomeIQ. " + description,
                pattern.rule(),
                RunMode.SINGLE,
                Verbatim.EMPTY);
        return new Suggestion(
                new SuggestionId("sug_" + pattern.id()),
                pattern.id(),
                pattern.kind(),
                title,
                description,
                pattern.confidence(),
                pattern.qValue(),
                automation,
                evidence,
                safety.judge(pattern.rule()),
                new SuggestionState.Proposed(now),
                now);
    }

    private static String describe(Pattern pattern, Evidence evidence) {
        return "You did this by hand " + times(pattern.occurrences())
                + " in the days it was learned from. On the days kept"
                + " for proof it would have fired " + times(evidence.fired()) + ": you did it yourself "
                + times(evidence.agreed()) + ", " + evidence.unwanted() + " unwanted, " + evidence.missed()
                + " missed.";
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
