package io.homeiq.app.status;

import java.util.Locale;

/**
 * How often the correlation cache was asked, and how often it knew the answer, in memory or in its file.
 *
 * @param lookups since the service started
 * @param hits of these
 */
record CacheNumbers(long lookups, long hits) {

    private static final String METRIC = "homeiq_cache_requests_total{";

    /** From the metrics of the pattern service. Memory is asked first, so its hits and misses are all look-ups. */
    static CacheNumbers read(String metrics) {
        long memory = sum(metrics, "tier=\"memory\"");
        return new CacheNumbers(memory, sum(metrics, "outcome=\"hit\""));
    }

    private static long sum(String metrics, String label) {
        return (long) metrics.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(METRIC) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
