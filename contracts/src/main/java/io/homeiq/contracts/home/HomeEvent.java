package io.homeiq.contracts.home;

import java.time.Instant;

/**
 * Something that happened in a home and belongs to its history: a change of state, or one of the events that explain
 * who caused a change.
 */
public sealed interface HomeEvent
        permits StateChange, ServiceCall, AutomationTriggered, ScriptStarted, CoreStarted, CoreStopped {

    /** When it happened by Home Assistant's clock; for a state, its {@code last_updated}. At most microseconds. */
    Instant time();

    /** What led to it, as far as Home Assistant noted that. */
    Context context();
}
