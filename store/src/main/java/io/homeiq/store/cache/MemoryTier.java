package io.homeiq.store.cache;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The entries used last. Safe to use from every thread. */
final class MemoryTier {

    private static final float LOAD_FACTOR = 0.75f;

    private final LinkedHashMap<CorrelationKey, CachedCorrelation> entries;

    MemoryTier(int maxEntries) {
        this.entries = new LinkedHashMap<>(16, LOAD_FACTOR, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<CorrelationKey, CachedCorrelation> eldest) {
                return size() > maxEntries;
            }
        };
    }

    synchronized Optional<CachedCorrelation> find(CorrelationKey key, Instant now) {
        CachedCorrelation entry = entries.get(key);
        if (entry != null && !entry.isFresh(now)) {
            entries.remove(key);
            return Optional.empty();
        }
        return Optional.ofNullable(entry);
    }

    synchronized void put(CorrelationKey key, CachedCorrelation entry) {
        entries.put(key, entry);
    }

    synchronized int size() {
        return entries.size();
    }
}
