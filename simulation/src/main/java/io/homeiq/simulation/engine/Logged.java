package io.homeiq.simulation.engine;

import io.homeiq.contracts.home.HomeEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log gets it.
 *
 * @param step what really happened; null for an event that is no change of a state
 */
public record Logged(HomeEvent event, @Nullable Step step) {}
