package io.homeiq.mining.synergy;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.synergy.SynergyType;

/**
 * Two entities that could go together.
 *
 * @param trigger what happens
 * @param responder what could answer it
 */
public record Pair(SynergyType type, EntityId trigger, EntityId responder) {

    @Override
    public String toString() {
        return type + " " + trigger + " " + responder;
    }
}
