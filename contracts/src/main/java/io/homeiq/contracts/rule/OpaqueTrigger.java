package io.homeiq.contracts.rule;

/** A trigger that the model cannot express; nothing may be concluded of when it fires. */
public record OpaqueTrigger(Verbatim source) implements Trigger {}
