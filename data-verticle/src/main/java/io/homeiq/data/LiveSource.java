package io.homeiq.data;

import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.live.FeedSettings;

/** What a home is followed by. */
public sealed interface LiveSource {

    /** Its Home Assistant itself, which also tells the parts of the home and who did what. */
    record HomeAssistant(HomeAssistantSettings settings, FeedSettings feed) implements LiveSource {}

    /**
     * What its Home Assistant publishes on the broker: states, and no more.
     *
     * @param topic the {@code base_topic} of {@code mqtt_statestream}, without a slash at its end
     */
    record Statestream(String topic) implements LiveSource {}
}
