package io.homeiq.contracts.rule;

/** A condition that the model cannot express; nothing may be concluded of whether it holds. */
public record OpaqueCondition(Verbatim source) implements Condition {}
