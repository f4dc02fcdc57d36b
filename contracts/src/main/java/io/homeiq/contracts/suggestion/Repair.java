package io.homeiq.contracts.suggestion;

/**
 * What a suggestion would change about an automation of ours that people keep undoing.
 *
 * @param automationId the automation that is in place; approving makes the next version of it, or takes it away
 * @param undone how often people undid what it had done, in the days looked at
 */
public record Repair(String automationId, Kind kind, int undone) {

    /** How it is repaired. */
    public enum Kind {
        /**
         * It acts at another time, further from its event, or later; where people do it only sometimes since, under one
         * more condition, too.
         */
        TIME,
        /** It acts under one more condition. */
        CONDITION,
        /** It is taken away. */
        RETIREMENT
    }

    public Repair {
        if (automationId.isBlank() || undone < 0) {
            throw new IllegalArgumentException(
                    "a repair names its automation and counts from 0, was: " + automationId + ", " + undone);
        }
    }

    /** Whether the automation is to go. */
    public boolean takesAway() {
        return kind == Kind.RETIREMENT;
    }
}
