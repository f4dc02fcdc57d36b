package io.homeiq.homeassistant.live;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How it stands with the connection to Home Assistant. */
public sealed interface FeedState {

    /** One line for people that says what is wrong, where and the cure; empty if all is well. */
    default Optional<String> problem() {
        return Optional.empty();
    }

    /** Not started yet, or stopped for good. */
    record Closed() implements FeedState {}

    /**
     * Trying to reach it.
     *
     * @param attempt 1 for the first one since it was last connected
     */
    record Connecting(int attempt) implements FeedState {}

    /**
     * Connected; reads what was missed from the recorder.
     *
     * @param from where it began
     * @param reached everything before this has been handed on
     */
    record Filling(Instant from, Instant reached) implements FeedState {}

    /**
     * Connected; hands on what happens as it happens.
     *
     * @param version Home Assistant's
     * @param limitation one line on what cannot be seen and why, or null
     */
    record Following(
            Instant since, String version, @Nullable String limitation) implements FeedState {

        @Override
        public Optional<String> problem() {
            return Optional.ofNullable(limitation);
        }
    }

    /** Not connected, tries again by itself. */
    record Waiting(Instant nextAttempt, String reason) implements FeedState {

        @Override
        public Optional<String> problem() {
            return Optional.of(reason);
        }
    }

    /** Home Assistant refuses the token. It is tried rarely, because failed logins are reported to the owner and may ban this computer. */
    record Refused(Instant nextAttempt, String reason) implements FeedState {

        @Override
        public Optional<String> problem() {
            return Optional.of(reason);
        }
    }
}
