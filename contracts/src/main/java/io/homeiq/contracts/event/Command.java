package io.homeiq.contracts.event;

import io.homeiq.contracts.suggestion.SuggestionId;
import org.jspecify.annotations.Nullable;

/** What someone on the bus asks for: a plain JSON object on the command's topic, so that it can be typed by hand. */
public sealed interface Command {

    /** The name that it goes by. */
    default CommandType type() {
        return CommandType.of(getClass());
    }

    /** Look for habits in the whole history now. */
    record RunAnalysis() implements Command {}

    /** The owner says yes: put its automation in place. */
    record ApproveSuggestion(SuggestionId suggestionId) implements Command {}

    /**
     * The owner says no.
     *
     * @param reason in the owner's words; null: none given
     */
    record RejectSuggestion(
            SuggestionId suggestionId, @Nullable String reason) implements Command {}

    /** Put back what was there before the suggestion was deployed. */
    record RollBackAutomation(SuggestionId suggestionId) implements Command {}
}
