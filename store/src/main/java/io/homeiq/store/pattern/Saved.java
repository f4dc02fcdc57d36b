package io.homeiq.store.pattern;

import io.homeiq.contracts.pattern.Pattern;

/** What saving a pattern did. */
public sealed interface Saved {

    /** It is new. */
    record Added() implements Saved {}

    /**
     * It was known with other content.
     *
     * @param before as it was stored until now
     */
    record Changed(Pattern before) implements Saved {}

    /** It had been retired, and holds again. */
    record Returned() implements Saved {}

    /** It was known exactly so; nothing was written. */
    record Unchanged() implements Saved {}
}
