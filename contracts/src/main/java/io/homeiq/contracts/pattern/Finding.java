package io.homeiq.contracts.pattern;

import org.jspecify.annotations.Nullable;

/** Whether a pattern may be proposed as an automation, and if not, why not. */
public sealed interface Finding {

    /** Proven on days that it was not learned from. */
    record Proven() implements Finding {}

    /**
     * Found, but nothing to propose.
     *
     * @param reason one sentence for the owner, for example "automation.hall_light does this already"
     * @param unsure true: the days do not show it, or not yet, so it may be proven on others; null: more days change nothing
     */
    record NotProposed(String reason, @Nullable Boolean unsure) implements Finding {

        /** For a reason that more days do not change. */
        public NotProposed(String reason) {
            this(reason, null);
        }

        public NotProposed {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a pattern that is not proposed needs a reason");
            }
        }
    }
}
