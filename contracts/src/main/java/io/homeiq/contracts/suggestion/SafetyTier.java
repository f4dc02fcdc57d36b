package io.homeiq.contracts.suggestion;

/** How much harm switching something at the wrong moment could do. */
public enum SafetyTier {
    /** A light at the wrong time annoys. */
    LOW_RISK,
    /** Costs or discomfort: only with the owner's explicit consent. */
    CONSENT,
    /** Locks, alarms, garage doors, valves, ovens: never switched by a suggestion. */
    NEVER
}
