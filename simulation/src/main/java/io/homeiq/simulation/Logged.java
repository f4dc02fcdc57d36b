package io.homeiq.simulation;

import io.homeiq.contracts.home.HomeEvent;

/**
 * An event on its way into the log.
 *
 * @param arrival when it is written there, epoch milliseconds; up to a minute after it happened
 */
record Logged(long arrival, HomeEvent event, TrueCause cause) {}
