package io.homeiq.data.health;

import io.homeiq.homeassistant.live.FeedState;

/** Says in a sentence how it stands with Home Assistant. */
final class HomeAssistantWords {

    private static final String NAME = "home_assistant";
    private static final String CURE = "See whether it runs, and HA_URL and HA_TOKEN; it is tried again by itself.";

    private HomeAssistantWords() {}

    static Dependency of(FeedState state) {
        return switch (state) {
            case FeedState.Following following ->
                Dependency.up(
                        NAME,
                        "Home Assistant " + following.version() + " is followed since " + following.since()
                                + (following.limitation() == null ? "." : ", but " + following.limitation() + "."));
            case FeedState.Filling filling ->
                Dependency.up(
                        NAME, "Home Assistant is connected; its past is read, up to " + filling.reached() + " so far.");
            case FeedState.Connecting connecting ->
                Dependency.down(NAME, "Home Assistant is not reached yet, attempt " + connecting.attempt() + ".", CURE);
            case FeedState.Waiting waiting ->
                Dependency.down(NAME, "Home Assistant is away: " + waiting.reason() + ".", CURE);
            case FeedState.Refused refused ->
                Dependency.down(NAME, "Home Assistant lets nobody in: " + refused.reason() + ".", CURE);
            case FeedState.Closed closed -> Dependency.down(NAME, "Home Assistant is not followed yet.", CURE);
        };
    }
}
