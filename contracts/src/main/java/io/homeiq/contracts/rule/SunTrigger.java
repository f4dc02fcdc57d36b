package io.homeiq.contracts.rule;

import java.time.Duration;

/**
 * Sunrise or sunset where the home is.
 *
 * @param offset negative: before it; positive: after it
 */
public record SunTrigger(SunEvent event, Duration offset) implements Trigger {}
