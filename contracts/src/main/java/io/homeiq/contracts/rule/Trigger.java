package io.homeiq.contracts.rule;

/** What starts a run of a rule. */
public sealed interface Trigger permits StateTrigger, NumericStateTrigger, TimeTrigger, SunTrigger, OpaqueTrigger {}
