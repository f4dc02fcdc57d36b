package io.homeiq.automation.device;

import io.homeiq.automation.mode.ChosenMode;
import io.homeiq.automation.wording.Wording;
import io.homeiq.automation.wording.Wordings;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.suggestion.Mode;
import io.homeiq.contracts.suggestion.SafetyTier;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.contracts.suggestion.SuggestionState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the device shows. It tells no time, so that it is the same as long as nothing changed.
 *
 * @param pending how many wait for an answer, those on trial among them
 * @param best the one that the buttons answer; null: none waits
 * @param suggestions the best that wait, at most {@link #MAX_LINES}
 * @param answer what came of the last press of a button; null: none since the start
 */
record DeviceState(
        long pending,
        long onTrial,
        @Nullable Best best,
        List<Line> suggestions,
        Mode mode,
        boolean learning,
        @Nullable String answer) {

    /** Home Assistant keeps attributes of up to 16 KiB. */
    static final int MAX_LINES = 10;

    /** A state in Home Assistant has at most 255 characters. */
    static final int MAX_TITLE = 200;

    private static final int MAX_DESCRIPTION = 1_000;
    private static final int MAX_REASONS = 3;

    /** The one that is shown, with what the owner has to know to agree. */
    record Best(
            SuggestionId suggestionId,
            String shown,
            String title,
            String description,
            double confidence,
            SafetyTier tier,
            SafetyVerdict verdict,
            List<String> reasons,
            boolean onTrial) {

        static Best of(Suggestion suggestion, Wording words, WireJson json) {
            return new Best(
                    suggestion.id(),
                    Shown.mark(suggestion, json),
                    titleOf(words),
                    shortened(words.description(), MAX_DESCRIPTION),
                    suggestion.confidence(),
                    suggestion.safety().tier(),
                    suggestion.safety().verdict(),
                    suggestion.safety().reasons().stream()
                            .limit(MAX_REASONS)
                            .map(reason -> shortened(reason, MAX_TITLE))
                            .toList(),
                    suggestion.state() instanceof SuggestionState.Trial);
        }
    }

    /** One that waits, short. */
    record Line(SuggestionId suggestionId, String title, double confidence) {

        static Line of(Suggestion suggestion, Wording words) {
            return new Line(suggestion.id(), titleOf(words), suggestion.confidence());
        }
    }

    /** How many wait, and which. */
    record Waiting(long proposed, long onTrial, List<Suggestion> best, Optional<Suggestion> shown) {}

    static DeviceState of(Waiting waiting, ChosenMode mode, @Nullable String answer, Wordings wordings, WireJson json) {
        return new DeviceState(
                waiting.proposed() + waiting.onTrial(),
                waiting.onTrial(),
                waiting.shown()
                        .map(shown -> Best.of(shown, wordings.shown(shown), json))
                        .orElse(null),
                waiting.best().stream()
                        .map(one -> Line.of(one, wordings.shown(one)))
                        .toList(),
                mode.mode(),
                mode.isLearning(),
                answer);
    }

    static String titleOf(Wording words) {
        return shortened(words.title(), MAX_TITLE);
    }

    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
