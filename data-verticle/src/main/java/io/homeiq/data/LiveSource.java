package io.homeiq.data;

import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.live.FeedSettings;
import java.util.random.RandomGenerator;

/**
 * The Home Assistant that a home is followed by.
 *
 * @param random spreads the times of attempts to connect
 */
public record LiveSource(HomeAssistantSettings settings, FeedSettings feed, RandomGenerator random) {}
