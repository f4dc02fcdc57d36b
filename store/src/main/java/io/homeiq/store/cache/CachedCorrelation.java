package io.homeiq.store.cache;

import io.homeiq.contracts.synergy.Correlation;
import java.time.Instant;

/** One answer, and when it is too old. */
record CachedCorrelation(Correlation correlation, Instant expiresAt) {

    boolean isFresh(Instant now) {
        return now.isBefore(expiresAt);
    }
}
