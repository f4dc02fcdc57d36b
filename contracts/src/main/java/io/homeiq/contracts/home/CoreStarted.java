package io.homeiq.contracts.home;

import java.time.Instant;

/** Home Assistant came up. States that follow within a minute are mostly restored, nobody's doing. */
public record CoreStarted(Instant time, Context context) implements HomeEvent {}
