package io.homeiq.contracts.event;

import io.homeiq.contracts.suggestion.Mode;
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

    /**
     * The owner says yes: put its automation in place.
     *
     * @param consent whether also to what the safety check asks about; null: no
     */
    record ApproveSuggestion(
            SuggestionId suggestionId, @Nullable Boolean consent) implements Command {

        /** Yes, as far as nothing is asked about. */
        public ApproveSuggestion(SuggestionId suggestionId) {
            this(suggestionId, null);
        }
    }

    /**
     * The owner says no.
     *
     * @param reason in the owner's words; null: none given
     */
    record RejectSuggestion(
            SuggestionId suggestionId, @Nullable String reason) implements Command {}

    /** Watch live what it would do, without acting. */
    record TrySuggestion(SuggestionId suggestionId) implements Command {}

    /**
     * The owner says yes after a trial: put its automation in place.
     *
     * @param consent whether also to what the safety check asks about; null: no
     */
    record PromoteSuggestion(
            SuggestionId suggestionId, @Nullable Boolean consent) implements Command {}

    /** End the trial without an answer. */
    record DropTrial(SuggestionId suggestionId) implements Command {}

    /**
     * Put back what was there before the suggestion was deployed.
     *
     * @param consent whether also where the safety check asks about what is put back; null: no
     */
    record RollBackAutomation(
            SuggestionId suggestionId, @Nullable Boolean consent) implements Command {

        /** Back, as far as nothing is asked about. */
        public RollBackAutomation(SuggestionId suggestionId) {
            this(suggestionId, null);
        }
    }

    /**
     * The button in Home Assistant: yes to the suggestion that the device shows.
     *
     * @param shown marks the very words and rule that were shown; another mark than that of now is refused
     */
    record ApproveShown(SuggestionId suggestionId, String shown) implements Command {}

    /**
     * The button in Home Assistant: no to the suggestion that the device shows.
     *
     * @param shown as of {@link ApproveShown}
     */
    record RejectShown(SuggestionId suggestionId, String shown) implements Command {}

    /** What becomes of habits that are proven from now on. */
    record SetMode(Mode mode) implements Command {}

    /**
     * Whether habits are learned.
     *
     * @param on false: what happens from now on is never learned from, until it is true again
     */
    record SetLearning(boolean on) implements Command {}
}
