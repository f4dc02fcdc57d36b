package io.homeiq.automation.mode;

import io.homeiq.contracts.suggestion.Mode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is so now.
 *
 * @param pausedSince since when nothing is learned; null while habits are learned
 */
public record ChosenMode(Mode mode, @Nullable Instant pausedSince) {

    public boolean isLearning() {
        return pausedSince == null;
    }
}
