package io.homeiq.store.cache;

import io.homeiq.contracts.home.HomeId;
import java.time.LocalDate;

/**
 * What was counted. The home is a part of it, so no other home can come to the same key.
 *
 * @param pair which two go together, in one line
 * @param lastDay of the history that was counted
 * @param extent how much of the history that is, in one line
 */
public record CorrelationKey(HomeId home, String pair, LocalDate lastDay, String extent) {

    public CorrelationKey {
        if (pair.indexOf('\n') >= 0 || extent.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("pair and extent must be one line each, were: " + pair + ", " + extent);
        }
    }

    /** The same text for equal keys only: no part can hold a line break. */
    String text() {
        return home + "\n" + pair + "\n" + lastDay + "\n" + extent;
    }
}
