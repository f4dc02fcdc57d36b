package io.homeiq.contracts.pattern;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a habit that is not as it was.
 *
 * @param since the first local day of the new ways, as far as can be told
 * @param reason one sentence for the owner, for example "since 12 May 2026 you do it around 23:10, before it was 22:30"
 * @param other the pattern that it became, or that it came from; null if there is none
 */
public record Drift(
        Kind kind, LocalDate since, String reason, @Nullable PatternId other) {

    /** The ways in which a habit changes. */
    public enum Kind {
        /** People do it at another time now. */
        MOVED,
        /** People have left it, mostly or altogether. */
        ENDED,
        /** People had it for long and have left it, or what it answers does not happen any more: it may come back. */
        PAUSED,
        /** It took the place of another pattern. */
        FOLLOWS,
        /** It came back after a pause. */
        RESUMED;

        /** Whether the habit is no more. */
        public boolean isOver() {
            return this == MOVED || this == ENDED || this == PAUSED;
        }
    }

    public Drift {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a habit that changed needs a reason");
        }
    }

    /** The same, tied to another pattern. */
    public Drift with(PatternId pattern) {
        return new Drift(kind, since, reason, pattern);
    }
}
