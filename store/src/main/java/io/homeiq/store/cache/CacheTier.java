package io.homeiq.store.cache;

/** Where an entry is looked for, the quicker one first. */
public enum CacheTier {
    MEMORY,
    FILE
}
