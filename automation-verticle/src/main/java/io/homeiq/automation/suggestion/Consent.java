package io.homeiq.automation.suggestion;

import org.jspecify.annotations.Nullable;

/** Whether the owner agrees, in that very call, to what the safety check asks about. */
public enum Consent {
    /** Whatever is asked about, the answer is yes. */
    GIVEN,
    /** Nothing was said of it. */
    MISSING;

    /** What a field of this name says; none at all says nothing. */
    public static Consent of(@Nullable Boolean said) {
        return Boolean.TRUE.equals(said) ? GIVEN : MISSING;
    }
}
