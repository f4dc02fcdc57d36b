package io.homeiq.contracts.rule;

/** A step that the model cannot express; it may do anything. */
public record OpaqueAction(Verbatim source) implements Action {}
