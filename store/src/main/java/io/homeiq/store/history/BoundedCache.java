package io.homeiq.store.history;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what was used last and forgets the rest. */
final class BoundedCache<K, V> extends LinkedHashMap<K, V> {

    private static final float LOAD_FACTOR = 0.75f;

    private final int maxEntries;

    BoundedCache(int maxEntries) {
        super(maxEntries, LOAD_FACTOR, true);
        this.maxEntries = maxEntries;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > maxEntries;
    }
}
