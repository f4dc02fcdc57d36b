package io.homeiq.contracts.pattern;

/** Whether a pattern may be proposed as an automation, and if not, why not. */
public sealed interface Finding {

    /** Proven on days that it was not learned from. */
    record Proven() implements Finding {}

    /**
     * Found, but nothing to propose.
     *
     * @param reason one sentence for the owner, for example "automation.hall_light does this already"
     */
    record NotProposed(String reason) implements Finding {

        public NotProposed {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a pattern that is not proposed needs a reason");
            }
        }
    }
}
