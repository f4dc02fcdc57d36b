package io.homeiq.store.cache;

import java.time.Duration;

/**
 * How much is kept, and for how long.
 *
 * @param timeToLive after which an entry is counted again; positive
 * @param maxInMemory entries in memory, 1 or more; the one unused for longest goes first
 * @param maxInFile entries in the file, 1 or more; the oldest goes first
 */
public record CacheSettings(Duration timeToLive, int maxInMemory, int maxInFile) {

    public static final CacheSettings DEFAULT = new CacheSettings(Duration.ofHours(1), 1_000, 100_000);

    public CacheSettings {
        if (timeToLive.isNegative() || timeToLive.isZero() || maxInMemory < 1 || maxInFile < 1) {
            throw new IllegalArgumentException(
                    "a cache needs time and room, were: " + timeToLive + ", " + maxInMemory + ", " + maxInFile);
        }
    }
}
