package io.homeiq.automation.device;

import io.homeiq.contracts.suggestion.SuggestionId;
import org.jspecify.annotations.Nullable;

/**
 * What the event entity tells once.
 *
 * @param title empty if it is not known
 * @param message why; null: there is nothing to say
 */
record DeviceNews(
        Kind eventType,
        SuggestionId suggestionId,
        String title,
        @Nullable String message) {

    private static final int MAX_MESSAGE = 500;

    /** What became of a suggestion. */
    enum Kind {
        PROPOSED,
        APPROVED,
        REJECTED,
        EXPIRED,
        FAILED,
        /** A press of a button could not be obeyed. */
        REFUSED
    }

    DeviceNews {
        title = DeviceState.shortened(title, DeviceState.MAX_TITLE);
        message = message == null || message.isBlank() ? null : DeviceState.shortened(message, MAX_MESSAGE);
    }
}
