package io.homeiq.mining.habit.proof;

import io.homeiq.contracts.pattern.Drift;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a habit went until now.
 *
 * @param confidence how likely people do it when it is due next, 0 to 1
 * @param drift what became of it; null if it is as it was
 */
record Course(double confidence, @Nullable Drift drift) {

    /** Why it may not be proposed any more; empty if it is still a habit. */
    Optional<String> end() {
        return drift != null && drift.kind().isOver() ? Optional.of(drift.reason()) : Optional.empty();
    }

    /** The epoch day on which people took it up again after a pause; empty if they never paused. */
    OptionalInt back() {
        return drift != null && drift.kind() == Drift.Kind.RESUMED
                ? OptionalInt.of((int) drift.since().toEpochDay())
                : OptionalInt.empty();
    }
}
