package io.homeiq.store.suggestion;

/**
 * What a language model was used for in one month; all 0 or more.
 *
 * @param tokens read and written
 * @param calls how often it was asked
 * @param taken how many of its answers are shown
 * @param discarded how many were not fit to be shown
 */
public record ModelUsage(long tokens, long calls, long taken, long discarded) {

    public static final ModelUsage NONE = new ModelUsage(0, 0, 0, 0);

    public ModelUsage {
        if (tokens < 0 || calls < 0 || taken < 0 || discarded < 0) {
            throw new IllegalArgumentException("nothing is used less than not at all");
        }
    }
}
