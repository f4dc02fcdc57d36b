package io.homeiq.contracts.home;

import java.time.Instant;

/** A script began a run; what it causes carries the same context id. */
public record ScriptStarted(EntityId script, Instant time, Context context) implements HomeEvent {}
