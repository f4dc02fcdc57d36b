package io.homeiq.contracts.suggestion;

import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Automation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An automation offered to the owner, with the evidence that speaks for it.
 *
 * @param title one line in plain words
 * @param description what it would do and what is known of it, in a few sentences
 * @param confidence as of its pattern
 * @param qValue as of its pattern
 * @param repair the automation of ours that it would change; null: it is a new one
 */
public record Suggestion(
        SuggestionId id,
        PatternId patternId,
        PatternKind kind,
        String title,
        String description,
        double confidence,
        double qValue,
        Automation automation,
        Evidence evidence,
        Safety safety,
        SuggestionState state,
        Instant createdAt,
        @Nullable Repair repair) {

    /** One for a new automation. */
    public Suggestion(
            SuggestionId id,
            PatternId patternId,
            PatternKind kind,
            String title,
            String description,
            double confidence,
            double qValue,
            Automation automation,
            Evidence evidence,
            Safety safety,
            SuggestionState state,
            Instant createdAt) {
        this(
                id,
                patternId,
                kind,
                title,
                description,
                confidence,
                qValue,
                automation,
                evidence,
                safety,
                state,
                createdAt,
                null);
    }

    public Suggestion {
        if (safety.verdict() == SafetyVerdict.BLOCK
                && (state instanceof SuggestionState.Proposed || state instanceof SuggestionState.Approved)) {
            throw new IllegalArgumentException("what the safety check blocks is not proposed or approved: " + id);
        }
        if (!(0 <= confidence && confidence <= 1) || !(0 <= qValue && qValue <= 1)) {
            throw new IllegalArgumentException(
                    "confidence and qValue must lie within 0 and 1, were: " + confidence + ", " + qValue);
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("a suggestion needs a title: " + id);
        }
    }

    /** The same suggestion of another content. */
    public Suggestion with(Automation other) {
        return new Suggestion(
                id,
                patternId,
                kind,
                title,
                description,
                confidence,
                qValue,
                other,
                evidence,
                safety,
                state,
                createdAt,
                repair);
    }

    /** The same suggestion one step further in its life. */
    public Suggestion in(SuggestionState next) {
        return new Suggestion(
                id,
                patternId,
                kind,
                title,
                description,
                confidence,
                qValue,
                automation,
                evidence,
                safety,
                next,
                createdAt,
                repair);
    }
}
