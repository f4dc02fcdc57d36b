package io.homeiq.contracts.home;

import java.time.Instant;

/** Home Assistant went down; what happens until it comes up again is not in the history. */
public record CoreStopped(Instant time, Context context) implements HomeEvent {}
