package io.homeiq.contracts.rule;

/** One step of what a rule does. */
public sealed interface Action permits CallService, Delay, OpaqueAction {}
