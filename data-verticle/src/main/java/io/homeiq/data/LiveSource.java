package io.homeiq.data;

import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.live.FeedSettings;

/** The Home Assistant that a home is followed by. */
public record LiveSource(HomeAssistantSettings settings, FeedSettings feed) {}
