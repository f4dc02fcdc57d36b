package io.homeiq.mining.safety.conduct;

import io.homeiq.contracts.home.EntityId;

/** What one deed makes of one entity. */
public record Effect(Deed deed, EntityId entity, Outcome outcome) {}
